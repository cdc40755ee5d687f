/// An error response in the server's own words, in any of the known formats.
///
/// - Fitbit: `{"errors":[{"errorType":"invalid_grant","message":"…"}],"success":false}`
/// - RFC 6749 §5.2: `{"error":"invalid_grant","error_description":"…"}`
/// - Google's APIs: `{"error":{"code":403,"message":"…","status":"PERMISSION_DENIED"}}`
/// - RFC 6750 §3: `WWW-Authenticate: Bearer error="insufficient_scope", scope="profile"`
package struct ErrorResponse: Hashable, Sendable {
  /// Whether the format is that of Google's APIs, which no token endpoint uses.
  package let isOfGoogleAPIs: Bool
  /// The error code, as the server wrote it.
  package let kind: String
  /// The server's explanation, shortened if very long, or `nil` if there is none.
  package let explanation: String?
  /// The required scope, or `nil` if the server did not name it (RFC 6750 §3).
  package let scope: String?

  /// Creates the error of a response, or `nil` if the response contains none.
  ///
  /// - Parameters:
  ///   - members: The members of the body; empty if it is not a JSON object.
  ///   - response: The response, whose header fields supply what the body omits.
  package init?(_ members: [String: JSONValue], of response: HTTPResponse) {
    // A challenge in a 200 response does not turn a success into an error.
    let challenges = response.status == 200 ? [] : AuthenticationChallenge.all(in: response.fields)
    let challenge = challenges.first { $0.parameters["error"] != nil }?.parameters
    guard let body = Self.words(in: members) else {
      guard let kind = challenge?["error"] else { return nil }
      isOfGoogleAPIs = false
      self.kind = kind
      explanation = challenge?["error_description"].map(Self.readable)
      scope = challenge?["scope"]
      return
    }
    // A challenge about another error does not explain this one.
    let rest = challenge?["error"] == body.kind ? challenge : nil
    isOfGoogleAPIs = if case .object = members["error"] { true } else { false }
    kind = body.kind
    explanation = (body.explanation ?? rest?["error_description"]).map(Self.readable)
    scope = members["scope"]?.text ?? rest?["scope"]
  }

  /// Creates the error of a response, parsing its body, or `nil` if it contains none.
  package init?(of response: HTTPResponse) {
    let value = try? JSONValue(parsing: response.body)
    self.init(value?.members ?? [:], of: response)
  }

  /// Shortens a text to 2,000 characters: explanations are for people (RFC 6749 §5.2).
  private static func readable(_ text: String) -> String {
    text.utf8.count <= 2_000 ? text : String(text.prefix(2_000)) + " … (cut)"
  }

  /// Returns the error code and explanation from a body, or `nil` if it contains no error.
  private static func words(
    in members: [String: JSONValue]
  ) -> (kind: String, explanation: String?)? {
    if case .array(let errors) = members["errors"], case .object(let error) = errors.first {
      return (error["errorType"]?.text ?? "no errorType", error["message"]?.text)
    }
    if case .object(let error) = members["error"] {
      return ((error["status"] ?? error["code"])?.text ?? "no status", error["message"]?.text)
    }
    if let error = members["error"], error != .null {
      return (error.text, members["error_description"]?.text)
    }
    return nil
  }
}
