/// A server's refusal in its own words, whichever of the known shapes it has.
///
/// - Fitbit: `{"errors":[{"errorType":"invalid_grant","message":"…"}],"success":false}`
/// - RFC 6749 §5.2: `{"error":"invalid_grant","error_description":"…"}`
/// - Google's APIs: `{"error":{"code":403,"message":"…","status":"PERMISSION_DENIED"}}`
struct Refusal: Hashable, Sendable {
  /// Whether it has the shape of Google's APIs, which no token endpoint has.
  let isOfGoogleAPIs: Bool
  /// The kind of error, in the server's word.
  let kind: String
  /// The server's explanation; `nil` if it gave none.
  let explanation: String?

  /// Looks for a refusal among the members of an answer; `nil` if there is none.
  init?(_ members: [String: JSONValue]) {
    if case .object = members["error"] { isOfGoogleAPIs = true } else { isOfGoogleAPIs = false }
    if case .array(let errors) = members["errors"], case .object(let error) = errors.first {
      kind = error["errorType"]?.text ?? "no errorType"
      explanation = error["message"]?.text
    } else if case .object(let error) = members["error"] {
      kind = (error["status"] ?? error["code"])?.text ?? "no status"
      explanation = error["message"]?.text
    } else if let error = members["error"], error != .null {
      kind = error.text
      explanation = members["error_description"]?.text
    } else {
      return nil
    }
  }
}
