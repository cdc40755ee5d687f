import HTTPMessages
import Vocabulary

extension RedirectReading {
  /// Returns the failure, the departures, and the notes of step 3 as findings.
  func findings(
    _ failure: StepFailure?, _ departures: [Departure], _ notes: [Note], _ pairs: [Form.Pair]
  ) -> [Finding] {
    let remarks = notes.compactMap { note -> Finding? in
      guard let text = note.text else { return nil }
      return Finding(.note, ["remark"], text, reference: nil, lesson: 3)
    }
    // A note already explains the #_=_ that Fitbit appends.
    let departures = departures.filter { !$0.text.contains("#_=_") }.map {
      Finding(
        failure == nil ? .risky : .note, ["deviation"], $0.text, reference: $0.reference, lesson: 3)
    }
    // The error counts: RFC 6749 §4.1.2.1 has no code next to it.
    let names = Set(pairs.map(\.name))
    let both =
      names.isSuperset(of: ["code", "error"])
      ? [
        Finding(
          .wrong, ["code_and_error"], "The redirect has both a code and an error.",
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
    .accessDenied: "Tell the user what works without the data.",
    .codeMissing: "Copy the whole URL that the browser shows after the user has decided.",
    .redirectMalformed:
      "Copy the URL from the address bar, not from a page's source.",
    .parameterRepeated: "Discard the redirect: a client must not choose one of the values.",
    .authorizationError: "Fix what the error names, then send the user again (step 2).",
    .issuerMismatch: "Discard the redirect. Do not send the code to any server.",
    .issuerMissing: "Discard the redirect.",
  ]

  var unknownState: Finding {
    Finding(
      .risky, ["state_absent"],
      "The redirect has no state. If the request had one, this is not its response.",
      action: "If you sent a state, discard the redirect. Otherwise, send one.",
      reference: .rfc6749("10.12"), lesson: 3)
  }

  var inFragment: Finding {
    Finding(
      .wrong, ["answer_in_fragment"], "The response is in the fragment, not in the query.",
      why: "A web server never receives the fragment. A code flow responds in the query.",
      action:
        "Remove response_mode=fragment from the request, or read the fragment in the browser.",
      reference: .multipleResponseTypes("2.1"), lesson: 3)
  }

  /// The finding about an access token in the URL.
  var implicit: Finding {
    let wantsCode = request?.values.value(of: "response_type") == "code"
    return Finding(
      wantsCode ? .wrong : .risky, ["implicit"],
      wantsCode
        ? "This is a response of the implicit flow, but the request was for a code."
        : "This is a response of the implicit flow: the access token is in the URL.",
      why: "The URL is in the history, and every script on the page can read it.",
      action: "Use response_type=code with PKCE.",
      reference: wantsCode ? .rfc6749("4.2.2") : .rfc9700("2.1.2"), lesson: 9)
  }
}
