import HTTPMessages
import Vocabulary

extension RedirectReading {
  /// The failure, the departures, and the remarks of step 3 as findings.
  func findings(
    _ failure: StepFailure?, _ departures: [Departure], _ notes: [Note], _ pairs: [Form.Pair]
  ) -> [Finding] {
    let remarks = notes.compactMap { note -> Finding? in
      guard let text = note.text else { return nil }
      return Finding(.note, ["remark"], text, reference: nil, lesson: 3)
    }
    // Fitbit appends #_=_, which is explained as a remark.
    let departures = departures.filter { !$0.text.contains("#_=_") }.map {
      Finding(
        failure == nil ? .risky : .note, ["deviation"], $0.text, reference: $0.reference, lesson: 3)
    }
    // Both at once: the error counts, and RFC 6749 §4.1.2.1 has no code beside it.
    let names = Set(pairs.map(\.name))
    let both =
      names.isSuperset(of: ["code", "error"])
      ? [
        Finding(
          .wrong, ["code_and_error"], "The redirect has a code and an error at once.",
          action: "Treat it as an error.", reference: .rfc6749("4.1.2.1"), lesson: 3)
      ] : []
    return (failure.map { of($0, pairs) } ?? []) + both + departures + remarks
  }

  private func of(_ failure: StepFailure, _ pairs: [Form.Pair]) -> [Finding] {
    switch failure.reason {
    case .stateMismatch, .stateMissing:
      let raw = PastedRequest.pairs(of: URLParts(message.url).query ?? "")
        .first { $0.decoded.name == "state" }?.written
      let causes = StateDiagnosis(
        sent: failure.expected, received: pairs.first { $0.name == "state" }?.value, written: raw
      ).findings
      return causes.isEmpty ? [finding(failure)] : causes
    default: return [finding(failure)]
    }
  }

  private func finding(_ failure: StepFailure) -> Finding {
    let isDecision = failure.reason == .accessDenied
    let words = failure.findings.filter { $0.name == "error" || $0.name == "error_description" }
      .map { "\($0.name): \($0.value)" }
    let said = words.isEmpty ? "" : " The server says: \(words.joined(separator: ", "))."
    return Finding(
      isDecision ? .note : .wrong, [failure.reason.rawValue], failure.message + said,
      why: failure.why,
      action: Self.actions[failure.reason]
        ?? "Discard the redirect, and send the user again (step 2).",
      reference: failure.reference, lesson: 3)
  }

  private static let actions: [StepFailure.Reason: String] = [
    .accessDenied: "Continue without the data, and explain to the user what it is for.",
    .codeMissing: "Copy the whole address that the browser shows after the user has decided.",
    .redirectMalformed:
      "Copy the address from the browser's address bar, not from a page's source.",
    .parameterRepeated: "Discard the redirect: a client must not choose one of the values.",
    .authorizationError: "Fix what the error names, and send the user again (step 2).",
    .issuerMismatch: "Discard the redirect: the code must not be sent to any server.",
    .issuerMissing: "Discard the redirect.",
  ]

  var unknownState: Finding {
    Finding(
      .risky, ["state_absent"],
      "The redirect has no state. If the request had one, this is not its answer.",
      action: "Compare the state with the one that was sent. Send one if none was.",
      reference: .rfc6749("10.12"), lesson: 3)
  }

  var inFragment: Finding {
    Finding(
      .wrong, ["answer_in_fragment"], "The answer is in the fragment, after the #.",
      why: "A server never receives the fragment. A code flow answers in the query.",
      action:
        "Remove response_mode=fragment from the request, or read the fragment in the browser.",
      reference: .multipleResponseTypes("2.1"), lesson: 3)
  }

  /// A token in the address.
  var implicit: Finding {
    let askedForCode = request?.values.value(of: "response_type") == "code"
    return Finding(
      askedForCode ? .wrong : .risky, ["implicit"],
      askedForCode
        ? "This is an answer of the implicit flow, and the request asked for a code."
        : "This is an answer of the implicit flow: the access token is in the address.",
      why: "The address is in the history, and every script on the page can read it.",
      action: "Use response_type=code with PKCE.",
      reference: askedForCode ? .rfc6749("4.2.2") : .rfc9700("2.1.2"), lesson: 9)
  }
}
