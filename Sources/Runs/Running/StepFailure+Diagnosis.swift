import Diagnosis
package import HTTPMessages
package import Vocabulary

extension StepFailure {
  /// Returns the cause of the failure, found in the whole message.
  ///
  /// - Parameter message: The message that the step read, or `nil` if it read none.
  /// - Returns: The cause, or `nil` if none is found.
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

  /// Returns a known cause of a different state, or `nil` if there is none.
  private func stateFinding(in redirect: Redirect) -> Finding? {
    let pieces = [redirect.parts.query, redirect.parts.fragment].compactMap(\.self).flatMap {
      $0.split(separator: "&")
    }
    let written = pieces.first { $0.hasPrefix("state=") }.map { String($0.dropFirst(6)) }
    return StateDiagnosis(
      sent: expected, received: reason == .stateMissing ? nil : received, written: written
    ).findings.first
  }

  /// Returns what was pasted instead of a redirect, or the difference between the two URLs.
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
          .wrong, ["redirect_uri"], "The two are not identical: \($0).", why: why,
          reference: reference, lesson: 3)
      }
    default: return nil
    }
  }

  /// Returns the format of a response that does not follow RFC 6749 §5.1, or `nil` if unknown.
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

  /// The findings that name the format of a response.
  private static let forms: Set = [
    "form_encoded", "nested_answer", "other_names", "object_as_printed",
  ]
  /// The findings that name what was pasted instead of a URL, the most specific first.
  private static let shapes = ["request_line", "value_alone", "address_incomplete"]
}
