public import Vocabulary

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
  /// The redirect names another server as its sender.
  case wrongIssuer = "wrong-iss"
  /// The redirect does not name its sender, although the metadata promises it.
  case noIssuer = "no-iss"
  /// The redirect has another state than the request.
  case wrongState = "wrong-state"
  /// The redirect has no state.
  case noState = "no-state"
  /// The redirect has neither a code nor an error.
  case noCode = "no-code"
  /// The user says no.
  case denied
  /// The metadata names another issuer.
  case otherIssuer = "metadata-other-issuer"
  /// The metadata is an HTML page.
  case metadataNotJSON = "metadata-not-json"
  /// The metadata knows only the challenge method `plain`.
  case metadataWithoutS256 = "metadata-without-s256"

  /// The part of the conversation that goes wrong.
  enum Place: Hashable, Sendable {
    case answer, time, redirect, metadata
  }

  var place: Place {
    switch self {
    case .gone, .rateLimited, .notJSON, .conflict, .serverError: .answer
    case .slow: .time
    case .wrongIssuer, .noIssuer, .wrongState, .noState, .noCode, .denied: .redirect
    case .otherIssuer, .metadataNotJSON, .metadataWithoutS256: .metadata
    }
  }

  /// Whether it is about `iss`, and so needs the feature of that name.
  public var needsIssuer: Bool { self == .wrongIssuer || self == .noIssuer }

  /// Where it strikes, in a sentence.
  public var effect: String { table.effect }

  /// The behavior of a correct client, in a sentence.
  public var expectation: String { table.expectation }

  /// The section that defines the answer, or that the client follows.
  public var reference: Reference { table.reference }

  /// Whether it strikes at an address; `nil` is an address that the server does not have.
  func strikes(_ endpoint: Endpoint?) -> Bool {
    switch (self, endpoint) {
    case (.slow, _): true
    case (.gone, .front): false
    case (.gone, _): true
    // An address of the API without data is an address of the API.
    case (_, .unknownResource): strikes(.resource(.profile))
    case (.rateLimited, .token), (.rateLimited, .resource): true
    case (.notJSON, .token), (.notJSON, .introspect), (.notJSON, .revoke), (.notJSON, .resource):
      true
    case (.serverError, let endpoint): PracticeFault.notJSON.strikes(endpoint)
    case (.conflict, .token): true
    case (_, .authorize), (_, .signIn), (_, .decision): place == .redirect
    case (_, .metadata): place == .metadata
    default: false
    }
  }
}
