/// An additional request parameter that the server requires or the user gave.
public struct AuthorizationParameter: Hashable, Sendable, Codable {
  /// The name in the query or the form.
  public let name: String
  /// The value, unencoded.
  public let value: String
  /// The purpose, in one sentence.
  public let purpose: String
  /// `nil` instead of `false`, as sessions and recordings of older versions have it.
  private let given: Bool?

  /// The parameters that the client itself sends to the authorization endpoint.
  ///
  /// None of them may be in a request twice (RFC 6749 §3.1).
  public static let reserved: Set<String> = [
    "response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge",
    "code_challenge_method",
  ]

  /// The parameters that the client itself sends to the token endpoint.
  ///
  /// None of them may be in a request twice (RFC 6749 §3.2, §4.1.3, §6; RFC 7636 §4.5).
  public static let reservedForTokens: Set<String> = [
    "grant_type", "code", "redirect_uri", "client_id", "client_secret", "code_verifier",
    "refresh_token", "scope",
  ]

  /// The token request parameters that are not secret (RFC 8707 §2, RFC 8693 §2.1).
  static let openInTokenRequests: Set<String> = ["resource", "audience"]

  /// Whether the user gave it on the command line.
  public var isGiven: Bool { given ?? false }

  /// Creates a parameter that a server requires.
  public init(_ name: String, _ value: String, purpose: String) {
    self.init(name, value, purpose: purpose, given: nil)
  }

  /// Returns a parameter that the user gave.
  public static func given(_ name: String, _ value: String) -> AuthorizationParameter {
    AuthorizationParameter(name, value, purpose: "Given on the command line.", given: true)
  }

  /// Returns the parameter with another value.
  func replacing(value: String) -> AuthorizationParameter {
    AuthorizationParameter(name, value, purpose: purpose, given: given)
  }

  private init(_ name: String, _ value: String, purpose: String, given: Bool?) {
    self.name = name
    self.value = value
    self.purpose = purpose
    self.given = given
  }
}

/// The character between the scope names of a request.
public enum ScopeSeparator: String, CaseIterable, Hashable, Sendable, Codable {
  /// A space, as RFC 6749 §3.3 requires.
  case space = " "
  /// A comma, which some servers require instead.
  case comma = ","
}

extension AuthorizationServer {
  /// Returns the server with the user's options applied.
  ///
  /// - Parameters:
  ///   - authentication: The method that the user chose, or `nil` for the server's own.
  ///   - parameters: Parameters of the authorization request. They replace the server's of the same
  ///     name.
  ///   - tokenParameters: Parameters of the token request. They replace the server's of the same
  ///     name.
  /// - Returns: The server with which requests are built.
  public func with(
    clientAuthentication authentication: ClientAuthentication?,
    parameters: [AuthorizationParameter], tokenParameters: [AuthorizationParameter]
  ) -> AuthorizationServer {
    with(
      clientAuthentication: authentication ?? clientAuthentication,
      Self.merged(authorizationParameters, parameters),
      Self.merged(self.tokenParameters, tokenParameters))
  }

  /// Returns the server with other values of the token parameters, to hide secrets.
  public func replacingTokenParameters(_ replacement: (String) -> String) -> AuthorizationServer {
    with(
      clientAuthentication: clientAuthentication, authorizationParameters,
      tokenParameters.map { $0.replacing(value: replacement($0.value)) })
  }

  private func with(
    clientAuthentication: ClientAuthentication, _ authorizationParameters: [AuthorizationParameter],
    _ tokenParameters: [AuthorizationParameter]
  ) -> AuthorizationServer {
    AuthorizationServer(
      name: name, issuer: issuer, promisesIssuer: promisesIssuer,
      authorizationEndpoint: authorizationEndpoint, tokenEndpoint: tokenEndpoint,
      revocationEndpoint: revocationEndpoint, introspectionEndpoint: introspectionEndpoint,
      profileEndpoint: profileEndpoint, scopes: scopes,
      clientAuthentication: clientAuthentication,
      introspectionAuthorization: introspectionAuthorization,
      authorizationParameters: authorizationParameters, tokenParameters: tokenParameters,
      scopeSeparator: scopeSeparator, support: support, followsFitbitsGuide: followsFitbitsGuide,
      repeatsRefreshForSeconds: repeatsRefreshForSeconds, quirks: quirks,
      suggestedScope: suggestedScope, sunset: sunset)
  }

  /// Replaces the server's parameters with the user's: none may be sent twice (RFC 6749 §3.1).
  private static func merged(
    _ own: [AuthorizationParameter], _ given: [AuthorizationParameter]
  ) -> [AuthorizationParameter] {
    let names = Set(given.map(\.name))
    return own.filter { !names.contains($0.name) } + given
  }
}
