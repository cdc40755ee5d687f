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
    authorizationParameters: [AuthorizationParameter] = [], followsFitbitsGuide: Bool = false,
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

/// A parameter that a server wants in the authorization request besides those of the specifications.
public struct AuthorizationParameter: Hashable, Sendable, Codable {
  /// Its name in the query.
  public let name: String
  /// Its value, unencoded.
  public let value: String
  /// What it is for, in one sentence.
  public let purpose: String

  /// The parameters that the client itself sends, none of which may be in a request twice (RFC 6749 §3.1).
  public static let reserved: Set<String> = [
    "response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge",
    "code_challenge_method",
  ]

  /// Names a parameter.
  public init(_ name: String, _ value: String, purpose: String) {
    self.name = name
    self.value = value
    self.purpose = purpose
  }
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
