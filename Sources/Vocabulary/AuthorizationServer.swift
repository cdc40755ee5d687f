/// An authorization server, as data: where its endpoints are and what is peculiar to it.
///
/// No code knows one server from another; whatever differs is a field here.
public struct AuthorizationServer: Hashable, Sendable, Codable {
  /// The name that a person knows it by.
  public let name: String
  /// Its issuer identifier, by which its answers are told from those of another server: RFC 8414 §2.
  ///
  /// `nil` for a server that has published none.
  public let issuer: String?
  /// Whether it promises to name itself in every redirect: RFC 9207 §3.
  public let promisesIssuer: Bool
  /// The URL of the authorization endpoint, which the browser visits: RFC 6749 §3.1.
  public let authorizationEndpoint: String
  /// The URL of the token endpoint, which the client calls directly: RFC 6749 §3.2.
  public let tokenEndpoint: String
  /// The URL that ends tokens (RFC 7009 §2); `nil` if the server has none.
  public let revocationEndpoint: String?
  /// The URL that tells about tokens (RFC 7662 §2); `nil` if the server has none.
  public let introspectionEndpoint: String?
  /// An address of the user's data, to try a token with; `nil` if none is known.
  public let profileEndpoint: String?
  /// The scope names that the server is documented to know; empty where they are not known.
  public let scopes: [KnownScope]
  /// Where a confidential client puts its secret.
  public let clientAuthentication: ClientAuthentication
  /// How a request for introspection is authorized: RFC 7662 §2.1 leaves that to the server.
  public let introspectionAuthorization: IntrospectionAuthorization
  /// What it wants in the authorization request besides the usual parameters.
  public let authorizationParameters: [AuthorizationParameter]
  /// The parameters that it wants in requests to the token endpoint besides the usual ones.
  public var tokenParameters: [AuthorizationParameter] { furtherTokenParameters ?? [] }
  /// `nil` instead of none, as in the sessions and recordings of older versions.
  private let furtherTokenParameters: [AuthorizationParameter]?
  /// The character between the scope names of a request; `nil` for the space of RFC 6749 §3.3.
  public let scopeSeparator: ScopeSeparator?
  /// The capabilities that its metadata lists; `nil` if it has none, or none is known.
  public let support: ServerSupport?
  /// Whether it is the server of Fitbit's guide, or behaves like it.
  public let followsFitbitsGuide: Bool
  /// What else is peculiar to it, a sentence each.
  public let quirks: [String]
  /// For how many seconds a refresh that is sent once more gets the same answer; `nil` if nobody says so.
  public let repeatsRefreshForSeconds: Int?
  /// Scopes to ask for where the user names none; `nil` if none is known to be of use to everybody.
  public let suggestedScope: String?
  /// What its owner has announced about its end, in one or two sentences; `nil` for most servers.
  public let sunset: String?

  /// The names in sessions and recordings, which older ones have, too.
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

  /// Describes a server.
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

/// What a request for introspection carries to prove that it may ask: RFC 7662 §2.1.
public enum IntrospectionAuthorization: String, CaseIterable, Hashable, Sendable, Codable {
  /// The client's own authentication, as at the token endpoint.
  case client
  /// An access token in the header, as Fitbit wants it.
  case accessToken = "access_token"
}

/// A scope name that a server documents, with what it gives access to.
public struct KnownScope: Hashable, Sendable, Codable {
  /// The name as it goes over the wire.
  public let name: String
  /// The data that it gives access to.
  public let gives: String

  /// Describes a scope.
  public init(_ name: String, _ gives: String) {
    self.name = name
    self.gives = gives
  }
}

/// Which server a redirect has to come from: RFC 9207 §2.4.
///
/// A client that talks to several servers can be made to take the code of an honest one to a hostile one.
/// A server that names itself in the redirect ends that (RFC 9700 §4.4).
public enum ExpectedIssuer: Hashable, Sendable {
  /// The server has published no issuer identifier, so there is nothing to compare.
  case unknown
  /// The server's issuer identifier.
  ///
  /// `isPromised` says that its metadata promises it in every redirect, so that none may lack it.
  case known(String, isPromised: Bool)
}

extension AuthorizationServer {
  /// Which issuer the redirects of this server have to name.
  public var expectedIssuer: ExpectedIssuer {
    issuer.map { .known($0, isPromised: promisesIssuer) } ?? .unknown
  }
}
