/// Something that goes wrong on demand, so that a client can be seen to cope.
///
/// Each strikes where it can strike in earnest, so that a learner gets far enough to meet it.
public enum PracticeFault: String, CaseIterable, Hashable, Sendable {
  /// The service is switched off: 410.
  case gone
  /// Too many calls: 429.
  case rateLimited = "rate-limited"
  /// The answer takes five seconds.
  case slow
  /// An HTML page comes instead of JSON.
  case notJSON = "not-json"
  /// Two refreshes met: 409.
  case conflict
  /// The server has a fault of its own: 500.
  case serverError = "server-error"

  /// Where it strikes, in a sentence.
  public var effect: String {
    switch self {
    case .gone: "Every address but the front page answers 410 Gone."
    case .rateLimited: "The token endpoint and the API answer 429 Too Many Requests."
    case .slow: "Every answer takes five seconds."
    case .notJSON:
      "The token endpoint, introspection, revocation and the API answer with an HTML page."
    case .conflict: "Every refresh at the token endpoint is answered with 409 Conflict."
    case .serverError:
      "The token endpoint, introspection, revocation and the API answer 500 Internal Server Error."
    }
  }

  /// Whether it strikes at an address; `nil` is an address that the server does not have.
  func strikes(_ endpoint: Endpoint?) -> Bool {
    switch (self, endpoint) {
    case (.gone, .front), (.slow, _): false
    case (.gone, _): true
    case (.rateLimited, .token), (.rateLimited, .resource): true
    case (.notJSON, .token), (.notJSON, .introspect), (.notJSON, .revoke), (.notJSON, .resource):
      true
    case (.serverError, let endpoint): PracticeFault.notJSON.strikes(endpoint)
    case (.conflict, .token): true
    default: false
    }
  }
}
