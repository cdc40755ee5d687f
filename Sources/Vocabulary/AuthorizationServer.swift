/// An authorization server, described by data: its endpoints and its quirks.
///
/// No code distinguishes one server from another; every difference is a property here.
public struct AuthorizationServer: Hashable, Sendable, Codable {
  /// The name that people use for it.
  public let name: String
  /// The issuer identifier, which distinguishes its responses from another server's (RFC 8414 §2).
  ///
  /// `nil` if the server has published none.
  public let issuer: String?
  /// Whether its metadata promises `iss` in every redirect (RFC 9207 §3).
  public let promisesIssuer: Bool
  /// The URL of the authorization endpoint, which the browser visits (RFC 6749 §3.1).
  public let authorizationEndpoint: String
  /// The URL of the token endpoint, which the client calls directly (RFC 6749 §3.2).
  public let tokenEndpoint: String
  /// The URL that revokes tokens (RFC 7009 §2), or `nil` if the server has none.
  public let revocationEndpoint: String?
  /// The URL that describes tokens (RFC 7662 §2), or `nil` if the server has none.
  public let introspectionEndpoint: String?
  /// A URL of the user's data, to test a token with; `nil` if unknown.
  public let profileEndpoint: String?
  /// The scopes that the server documents; empty if unknown.
  public let scopes: [KnownScope]
  /// The method by which a confidential client sends its secret.
  public let clientAuthentication: ClientAuthentication
  /// The authorization of an introspection request, which RFC 7662 §2.1 leaves to the server.
  public let introspectionAuthorization: IntrospectionAuthorization
  /// The additional parameters that it requires in the authorization request.
  public let authorizationParameters: [AuthorizationParameter]
  /// The additional parameters that it requires at the token endpoint.
  public var tokenParameters: [AuthorizationParameter] { furtherTokenParameters ?? [] }
  /// `nil` instead of empty, as sessions and recordings of older versions have it.
  private let furtherTokenParameters: [AuthorizationParameter]?
  /// The character between scopes in a request; `nil` for the space of RFC 6749 §3.3.
  public let scopeSeparator: ScopeSeparator?
  /// The capabilities that its metadata lists; `nil` without metadata.
  public let support: ServerSupport?
  /// Whether it is the server of Fitbit's guide or behaves like it.
  public let followsFitbitsGuide: Bool
  /// Its other quirks, a sentence or two each.
  public let quirks: [String]
  /// The seconds in which a repeated refresh gets the same response; `nil` if undocumented.
  public let repeatsRefreshForSeconds: Int?
  /// The scopes to request if the user names none; `nil` if none is useful to everyone.
  public let suggestedScope: String?
  /// The announcement that it will be shut down; `nil` for most servers.
  public let sunset: String?

  /// The names in sessions and recordings, which older versions share.
  private enum CodingKeys: String, CodingKey {
    case name, issuer, promisesIssuer, authorizationEndpoint, tokenEndpoint, revocationEndpoint
    case introspectionEndpoint, profileEndpoint, scopes, clientAuthentication
    case introspectionAuthorization, authorizationParameters, followsFitbitsGuide
    case furtherTokenParameters = "tokenParameters"
    case scopeSeparator, support
    case quirks = "peculiarities"
    case repeatsRefreshForSeconds, suggestedScope
    case sunset = "announcedEnd"
  }

  /// Creates a server.
  public init(
    name: String, issuer: String? = nil, promisesIssuer: Bool = false,
    authorizationEndpoint: String, tokenEndpoint: String, revocationEndpoint: String? = nil,
    introspectionEndpoint: String? = nil, profileEndpoint: String? = nil,
    scopes: [KnownScope] = [], clientAuthentication: ClientAuthentication = .header,
    introspectionAuthorization: IntrospectionAuthorization = .client,
    authorizationParameters: [AuthorizationParameter] = [],
    tokenParameters: [AuthorizationParameter] = [], scopeSeparator: ScopeSeparator? = nil,
    support: ServerSupport? = nil, followsFitbitsGuide: Bool = false,
    repeatsRefreshForSeconds: Int? = nil, quirks: [String] = [],
    suggestedScope: String? = nil, sunset: String? = nil
  ) {
    self.name = name
    self.issuer = issuer
    self.promisesIssuer = promisesIssuer
    self.authorizationEndpoint = authorizationEndpoint
    self.tokenEndpoint = tokenEndpoint
    self.revocationEndpoint = revocationEndpoint
    self.introspectionEndpoint = introspectionEndpoint
    self.profileEndpoint = profileEndpoint
    self.scopes = scopes
    self.clientAuthentication = clientAuthentication
    self.introspectionAuthorization = introspectionAuthorization
    self.authorizationParameters = authorizationParameters
    furtherTokenParameters = tokenParameters.isEmpty ? nil : tokenParameters
    self.scopeSeparator = scopeSeparator
    self.support = support
    self.followsFitbitsGuide = followsFitbitsGuide
    self.quirks = quirks
    self.repeatsRefreshForSeconds = repeatsRefreshForSeconds
    self.suggestedScope = suggestedScope
    self.sunset = sunset
  }
}

/// The authorization of an introspection request (RFC 7662 §2.1).
public enum IntrospectionAuthorization: String, CaseIterable, Hashable, Sendable, Codable {
  /// The client's own authentication, as at the token endpoint.
  case client
  /// An access token in the Authorization header field, as Fitbit requires.
  case accessToken = "access_token"
}

/// A scope that a server documents, with the data it gives access to.
public struct KnownScope: Hashable, Sendable, Codable {
  /// The name on the wire.
  public let name: String
  /// The data that it gives access to.
  public let gives: String

  /// Creates a scope.
  public init(_ name: String, _ gives: String) {
    self.name = name
    self.gives = gives
  }
}

/// The server that a redirect must come from (RFC 9207 §2.4).
///
/// A client of several servers can be tricked into sending an honest server's code to a hostile
/// one. A server that names itself in the redirect prevents that (RFC 9700 §4.4).
public enum ExpectedIssuer: Hashable, Sendable {
  /// The server has published no issuer identifier, so there is nothing to compare.
  case unknown
  /// The server's issuer identifier.
  ///
  /// `isPromised` says that its metadata promises `iss` in every redirect, so none may lack it.
  case known(String, isPromised: Bool)
}

extension AuthorizationServer {
  /// The issuer that redirects from this server must name.
  public var expectedIssuer: ExpectedIssuer {
    issuer.map { .known($0, isPromised: promisesIssuer) } ?? .unknown
  }
}
