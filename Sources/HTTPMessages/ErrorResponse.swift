/// A server's refusal in its own words, whichever of the known shapes it has.
///
/// - Fitbit: `{"errors":[{"errorType":"invalid_grant","message":"…"}],"success":false}`
/// - RFC 6749 §5.2: `{"error":"invalid_grant","error_description":"…"}`
/// - Google's APIs: `{"error":{"code":403,"message":"…","status":"PERMISSION_DENIED"}}`
/// - RFC 6750 §3: `WWW-Authenticate: Bearer error="insufficient_scope", scope="profile"`
package struct ErrorResponse: Hashable, Sendable {
  /// Whether it has the shape of Google's APIs, which no token endpoint has.
  package let isOfGoogleAPIs: Bool
  /// The kind of error, in the server's word.
  package let kind: String
  /// The server's explanation, as much of it as a person reads; `nil` if it gave none.
  package let explanation: String?
  /// The scope that would be needed; `nil` if the server did not name it (RFC 6750 §3).
  package let scope: String?

  /// Looks for a refusal in a response; `nil` if there is none.
  ///
  /// - Parameters:
  ///   - members: The members of its body; none if it is not a JSON object.
  ///   - response: The response: its header fields say what the body leaves out.
  package init?(_ members: [String: JSONValue], of response: HTTPResponse) {
    // A header field takes nothing back that a status of 200 gives.
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
    // A challenge that speaks of something else explains nothing.
    let rest = challenge?["error"] == body.kind ? challenge : nil
    isOfGoogleAPIs = if case .object = members["error"] { true } else { false }
    kind = body.kind
    explanation = (body.explanation ?? rest?["error_description"]).map(Self.readable)
    scope = members["scope"]?.text ?? rest?["scope"]
  }

  /// Reads the refusal of a response; `nil` if it has none.
  package init?(of response: HTTPResponse) {
    let value = try? JSONValue(parsing: response.body)
    self.init(value?.members ?? [:], of: response)
  }

  /// A text of at most 2,000 characters: an explanation is written for a person (RFC 6749 §5.2).
  private static func readable(_ text: String) -> String {
    text.utf8.count <= 2_000 ? text : String(text.prefix(2_000)) + " … (cut)"
  }

  /// Kind and explanation in a body; `nil` if it names no error.
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
