import HTTPMessages

/// The CORS header fields, which let scripts of other origins read a response (Fetch standard).
///
/// RFC 9700 §2.6 permits CORS at endpoints that a client in a browser calls itself, and forbids it
/// at the authorization endpoint. The endpoints here ignore cookies, so every origin may read them.
enum CrossOrigin {
  /// Returns the response to a preflight request, which a browser sends before the request itself.
  static func preflight(_ endpoint: Endpoint) -> HTTPResponse {
    HTTPResponse(
      status: 204,
      fields: [
        allowed,
        HTTPField("Access-Control-Allow-Methods", endpoint.methods.joined(separator: ", ")),
        HTTPField("Access-Control-Allow-Headers", "Authorization, Content-Type"),
        HTTPField("Access-Control-Max-Age", "600"),
      ])
  }

  /// The header fields of every other response.
  static let fields = [
    allowed,
    HTTPField(
      "Access-Control-Expose-Headers", "WWW-Authenticate, Retry-After, Practice-Reconstructed"),
  ]

  private static let allowed = HTTPField("Access-Control-Allow-Origin", "*")
}

extension Endpoint {
  /// Whether a client in a browser calls the endpoint from a script.
  var isForScripts: Bool {
    switch self {
    case .token, .introspect, .revoke, .metadata, .resource, .unknownResource: true
    case .front, .authorize, .signIn, .decision: false
    }
  }
}
