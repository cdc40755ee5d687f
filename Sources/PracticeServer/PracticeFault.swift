public import Vocabulary

/// A failure that the server simulates on demand, to test how a client handles it.
///
/// Each affects only endpoints where it could really occur, so a client gets far enough to see it.
public enum PracticeFault: String, CaseIterable, Hashable, Sendable {
  /// The service is shut down: 410.
  case gone
  /// Too many calls: 429.
  case rateLimited = "rate-limited"
  /// Every response takes five seconds.
  case slow
  /// The response is an HTML page instead of JSON.
  case notJSON = "not-json"
  /// Two refreshes collide: 409.
  case conflict
  /// The server has an internal error: 500.
  case serverError = "server-error"
  /// The redirect names another server as its sender.
  case wrongIssuer = "wrong-iss"
  /// The redirect does not name its sender, although the metadata announces it.
  case noIssuer = "no-iss"
  /// The state in the redirect is not the one in the request.
  case wrongState = "wrong-state"
  /// The redirect has no state.
  case noState = "no-state"
  /// The redirect has no code, no token, and no error.
  case noCode = "no-code"
  /// The user denies access.
  case denied
  /// The metadata names another issuer.
  case otherIssuer = "metadata-other-issuer"
  /// The metadata is an HTML page.
  case metadataNotJSON = "metadata-not-json"
  /// The metadata lists only the challenge method `plain`.
  case metadataWithoutS256 = "metadata-without-s256"

  /// The part of an exchange that a fault affects.
  enum Place: Hashable, Sendable {
    case response, time, redirect, metadata
  }

  var place: Place {
    switch self {
    case .gone, .rateLimited, .notJSON, .conflict, .serverError: .response
    case .slow: .time
    case .wrongIssuer, .noIssuer, .wrongState, .noState, .noCode, .denied: .redirect
    case .otherIssuer, .metadataNotJSON, .metadataWithoutS256: .metadata
    }
  }

  /// Whether the fault concerns `iss` and needs the feature of that name.
  public var needsIssuer: Bool { self == .wrongIssuer || self == .noIssuer }

  /// The effect on the server, in a sentence.
  public var effect: String { table.effect }

  /// The behavior of a correct client, in a sentence.
  public var expectation: String { table.expectation }

  /// The section that defines the response or the behavior of the client.
  public var reference: Reference { table.reference }

  /// Whether the fault affects an endpoint; `nil` means an unknown path.
  func strikes(_ endpoint: Endpoint?) -> Bool {
    switch (self, endpoint) {
    case (.slow, _): true
    case (.gone, .front): false
    case (.gone, _): true
    // An API path without data still belongs to the API.
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
