import Diagnosis
package import HTTPMessages
package import Vocabulary

extension StepFailure {
  /// What a look at the whole message finds, where the step knows only that it cannot be used.
  ///
  /// - Parameter message: The message that the step read; `nil` if it read none.
  /// - Returns: The cause; `nil` if none is known.
  package func finding(in message: ReceivedMessage?) -> Finding? {
    switch (reason, message) {
    case (.stateMismatch, .redirect(let redirect)), (.stateMissing, .redirect(let redirect)):
      return stateFinding(in: redirect)
    case (.redirectElsewhere, .redirect(let redirect)): return urlFinding(in: redirect)
    case (.notJSON, .response(let response)), (.malformedJSON, .response(let response)),
      (.tokenMissing, .response(let response)), (.wrongShape, .response(let response)):
      return responseFinding(in: response)
    default: return nil
    }
  }

  /// The known cause of a state that differs.
  private func stateFinding(in redirect: Redirect) -> Finding? {
    let pieces = [redirect.parts.query, redirect.parts.fragment].compactMap(\.self).flatMap {
      $0.split(separator: "&")
    }
    let written = pieces.first { $0.hasPrefix("state=") }.map { String($0.dropFirst(6)) }
    return StateDiagnosis(
      sent: expected, received: reason == .stateMissing ? nil : received, written: written
    ).findings.first
  }

  /// What the text is that is no redirect, or where the two addresses part.
  private func urlFinding(in redirect: Redirect) -> Finding? {
    switch cause {
    case .notURL:
      let found = Self.explanation(of: redirect.url).findings.map(\.finding)
      return Self.shapes.lazy.compactMap { shape in found.first { $0.causes.first == shape } }.first
    case nil:
      let base = redirect.parts.withoutQueryAndFragment
      return RedirectDifference(
        expected: URLParts(expected).withoutQueryAndFragment, received: base
      ).words.map {
        Finding(
          .wrong, ["redirect_uri"], "Where they part: \($0).", why: why,
          reference: reference, lesson: 3)
      }
    default: return nil
    }
  }

  /// What form an answer has that is not that of RFC 6749 §5.1.
  private func responseFinding(in response: HTTPResponse) -> Finding? {
    let text = String(decoding: HTTPMessageText(response, remarks: []).bytes, as: UTF8.self)
    return Self.explanation(of: text).findings.map(\.finding)
      .first { Self.forms.contains($0.causes.first ?? "") }
  }

  private static func explanation(of text: String) -> Explanation {
    Explanation(
      [text],
      in: ExplanationContext(server: nil, known: [], registeredRedirectURIs: [:], now: 0))
  }

  /// The findings that name a form of the answer.
  private static let forms: Set = [
    "form_encoded", "nested_answer", "other_names", "object_as_printed",
  ]
  /// The findings that name what was given instead of an address, the one that says most first.
  private static let shapes = ["request_line", "value_alone", "address_incomplete"]
}
