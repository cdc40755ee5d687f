import HTTPMessages

extension HTTPResponse {
  /// An error response, in Fitbit's form or that of RFC 6749 §5.2.
  static func oauthError(
    _ status: Int, _ code: String, isFitbits: Bool = false, _ fields: [HTTPField] = []
  ) -> HTTPResponse {
    let value: JSONValue =
      isFitbits
      ? .object([
        "errors": .array([
          .object(["errorType": .string(code), "message": .string("The request failed.")])
        ]), "success": .boolean(false),
      ])
      : .object(["error": .string(code), "error_description": .string("The request failed.")])
    return HTTPResponse(
      status: status, fields: [HTTPField("Content-Type", "application/json")] + fields,
      body: Array(value.text.utf8))
  }

  /// A rejected API call (RFC 6750 §3).
  static func challenge(_ status: Int, _ challenge: String) -> HTTPResponse {
    HTTPResponse(status: status, fields: [HTTPField("WWW-Authenticate", challenge)])
  }

  /// A response with a body that is not a token response.
  static func poisoned(_ status: Int, _ type: String, _ body: ServerPoison.Body) -> HTTPResponse {
    let bytes: [UInt8] =
      switch body {
      case .text(let text): Array(text.utf8)
      case .octets(let count): [UInt8](repeating: UInt8(ascii: "x"), count: count)
      }
    return HTTPResponse(
      status: status, fields: [HTTPField("Content-Type", type)], body: bytes)
  }

  /// The same response with a member of its JSON body changed, or removed for `nil`.
  func setting(_ name: String, _ value: JSONValue?) -> HTTPResponse {
    guard var members = (try? JSONValue(parsing: body))?.members else { return self }
    members[name] = value
    return HTTPResponse(
      status: status, fields: fields, body: Array(JSONValue.object(members).text.utf8))
  }

  /// The access token and the refresh token of a token response.
  var tokens: Set<String> {
    Set([member("access_token"), refreshToken].compactMap(\.self))
  }

  /// The refresh token of a token response.
  var refreshToken: String? { member("refresh_token") }

  private func member(_ name: String) -> String? {
    // Parsing the 10 MB of case C8 would take longer than a client waits.
    guard body.count <= 65_536 else { return nil }
    return (try? JSONValue(parsing: body))?.members?[name]?.text
  }
}
