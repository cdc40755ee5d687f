import HTTPMessages
public import Vocabulary

/// A server's description in JSON: its metadata (RFC 8414 §2), or a file of the user's own, which may say
/// more.
public struct ServerDescription: Sendable {
  /// The members of metadata that are understood here, in the order in which they are shown.
  static let known = [
    "issuer", "authorization_endpoint", "token_endpoint", "revocation_endpoint",
    "introspection_endpoint", "userinfo_endpoint", "profile_endpoint", "scopes_supported",
    "response_types_supported",
    "grant_types_supported", "token_endpoint_auth_methods_supported",
    "introspection_endpoint_auth_methods_supported", "code_challenge_methods_supported",
    "authorization_response_iss_parameter_supported", "require_pushed_authorization_requests",
  ]

  /// The members that only a file of the user's own has, with what they are for.
  public static let own: [(name: String, purpose: String)] = [
    ("name", "what to call the server"),
    ("profile_endpoint", "an address of the user's data, to try the token with"),
    (
      "token_endpoint_auth_method",
      "where a client puts its secret: client_secret_basic (a header, usual), client_secret_post, or none"
    ),
    ("introspection_authorization", "client (usual) or access_token"),
    ("authorization_parameters", "an object of further parameters of the authorization request"),
    ("token_parameters", "an object of further parameters of the token request"),
    ("scope_separator", "the character between scopes: a space (usual) or a comma"),
    ("suggested_scope", "the scopes to ask for where --scope names none"),
    ("peculiarities", "a list of sentences, shown by workbench servers"),
  ]

  /// Every name that a description may use.
  public static let names = known + own.map(\.name)

  let members: ServerMembers
  let findings: [Parameter]
  /// Whether the server says it of itself, so that what it leaves out has a default: RFC 8414 §2.
  let isMetadata: Bool

  /// Takes the description that a server gives of itself: of what it says, only metadata counts.
  ///
  /// What the request has besides the usual parameters, and what the screen calls the server, are for the
  /// user to say, not for a server at that URL.
  init(metadata members: ServerMembers, findings: [Parameter]) {
    self.members = members.only(Self.known)
    self.findings = findings
    isMetadata = true
  }

  /// Reads a description from a file of the user's own.
  ///
  /// - Parameter bytes: A JSON object.
  /// - Throws: `StepFailure` with `metadataInvalid` if it is none, or has a member twice.
  public init(parsing bytes: [UInt8]) throws(StepFailure) {
    guard let value = try? JSONValue(parsing: bytes), case .object(let object) = value else {
      throw StepFailure(
        .metadataInvalid, "The server's description is no JSON object.",
        expected: "{\"authorization_endpoint\": …, \"token_endpoint\": …}",
        received: "something else",
        why: "Without it the addresses of the endpoints are not known.", reference: .rfc8414("2"))
    }
    try Self.checkRepetition(in: bytes)
    members = ServerMembers(object, isStrict: true)
    findings = []
    isMetadata = false
  }

  /// The members that mean nothing here, in alphabetical order.
  public var unknownNames: [String] { members.names.filter { !Self.names.contains($0) } }

  /// RFC 8259 §4: readers do not agree on which of two members with one name counts.
  static func checkRepetition(in bytes: [UInt8]) throws(StepFailure) {
    guard let name = JSONValue.repeatedNames(in: bytes).first else { return }
    throw StepFailure(
      .metadataInvalid, "The server's description has the member \(name) more than once.",
      expected: "\(name) once", received: "\(name) more than once",
      why: "Two readers could take different values for the right one.", reference: .rfc8259("4"))
  }

  /// The server that is described.
  ///
  /// - Parameter name: What to call it, if the description does not say.
  /// - Returns: The server.
  /// - Throws: `StepFailure` with `metadataInvalid`, naming the member that cannot be used.
  public func server(named name: String) throws(StepFailure) -> AuthorizationServer {
    let support = try support()
    return AuthorizationServer(
      name: try members.string("name") ?? name,
      issuer: try members.string("issuer"),
      promisesIssuer: try members.boolean("authorization_response_iss_parameter_supported")
        ?? false,
      authorizationEndpoint: try requestEndpoint(
        "authorization_endpoint", reserved: AuthorizationParameter.reserved),
      tokenEndpoint: try requestEndpoint(
        "token_endpoint", reserved: AuthorizationParameter.reservedForTokens),
      revocationEndpoint: try members.endpoint("revocation_endpoint"),
      introspectionEndpoint: try members.endpoint("introspection_endpoint"),
      profileEndpoint: try profileEndpoint(),
      scopes: (try members.strings("scopes_supported") ?? []).map {
        KnownScope($0, "named in the server's description")
      },
      clientAuthentication: try clientAuthentication(),
      introspectionAuthorization: try introspectionAuthorization(),
      authorizationParameters: try parameters(
        "authorization_parameters", of: "authorization_endpoint",
        reserved: AuthorizationParameter.reserved),
      tokenParameters: try parameters(
        "token_parameters", of: "token_endpoint",
        reserved: AuthorizationParameter.reservedForTokens),
      scopeSeparator: try scopeSeparator(),
      support: support.isEmpty ? nil : support,
      quirks: try members.strings("peculiarities") ?? [],
      suggestedScope: try members.string("suggested_scope"))
  }

  /// OpenID Connect has an address of its own for who the user is; it wants the scope openid.
  private func profileEndpoint() throws(StepFailure) -> String? {
    if let url = try members.endpoint("profile_endpoint") { return url }
    return try members.endpoint("userinfo_endpoint")
  }
}
