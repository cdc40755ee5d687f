import HTTPMessages

/// What lets a script of another origin read an answer: the CORS protocol of the Fetch standard.
///
/// RFC 9700 §2.6 asks for it at the endpoints that a client in a browser calls itself, and forbids it at the
/// authorization endpoint, which a browser only visits. No cookie counts at these endpoints, so every origin may read.
enum CrossOrigin {
  /// The answer to the question that a browser asks before it sends the request itself.
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

  /// The fields of every other answer.
  static let fields = [
    allowed,
    HTTPField(
      "Access-Control-Expose-Headers", "WWW-Authenticate, Retry-After, Practice-Reconstructed"),
  ]

  private static let allowed = HTTPField("Access-Control-Allow-Origin", "*")
}

extension Endpoint {
  /// Whether a client in a browser calls it by script.
  var isForScripts: Bool {
    switch self {
    case .token, .introspect, .revoke, .metadata, .resource, .unknownResource: true
    case .front, .authorize, .signIn, .decision: false
    }
  }
}
