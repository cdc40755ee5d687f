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
    "authorization_response_iss_parameter_supported",
  ]

  /// The members that only a file of the user's own has, with what they are for.
  public static let own: [(name: String, purpose: String)] = [
    ("name", "what to call the server"),
    ("profile_endpoint", "an address of the user's data, to try the token with"),
    (
      "token_endpoint_auth_method",
      "where a client puts its secret: client_secret_basic (a header, usual) or client_secret_post"
    ),
    ("introspection_authorization", "client (usual) or access_token"),
    ("authorization_parameters", "an object of further parameters of the authorization request"),
    ("suggested_scope", "the scopes to ask for where --scope names none"),
    ("peculiarities", "a list of sentences, shown by workbench servers"),
  ]

  private let members: ServerMembers
  private let findings: [Parameter]

  /// Takes the description that a server gives of itself: of what it says, only metadata counts.
  ///
  /// What the request has besides the usual parameters, and what the screen calls the server, are for the
  /// user to say, not for a server at that URL.
  init(metadata members: ServerMembers, findings: [Parameter]) {
    self.members = members.only(Self.known)
    self.findings = findings
  }

  /// Reads a description from a file of the user's own.
  ///
  /// - Parameter bytes: A JSON object.
  /// - Throws: `StepFailure` with `metadataInvalid` if it is none.
  public init(parsing bytes: [UInt8]) throws(StepFailure) {
    guard let value = try? JSONValue(parsing: bytes), case .object(let object) = value else {
      throw StepFailure(
        .metadataInvalid, "The server's description is no JSON object.",
        expected: "{\"authorization_endpoint\": …, \"token_endpoint\": …}",
        received: "something else",
        why: "Without it the addresses of the endpoints are not known.", reference: .rfc8414("2"))
    }
    members = ServerMembers(object)
    findings = []
  }

  /// The server that is described.
  ///
  /// - Parameter name: What to call it, if the description does not say.
  /// - Returns: The server.
  /// - Throws: `StepFailure` with `metadataInvalid`, naming the member that cannot be used.
  public func server(named name: String) throws(StepFailure) -> AuthorizationServer {
    AuthorizationServer(
      name: try members.string("name") ?? name,
      issuer: try members.string("issuer"),
      promisesIssuer: members.isTrue("authorization_response_iss_parameter_supported"),
      authorizationEndpoint: try authorizationEndpoint(),
      tokenEndpoint: try members.requiredEndpoint("token_endpoint"),
      revocationEndpoint: try members.endpoint("revocation_endpoint"),
      introspectionEndpoint: try members.endpoint("introspection_endpoint"),
      profileEndpoint: try profileEndpoint(),
      scopes: (members.strings("scopes_supported") ?? []).map {
        KnownScope($0, "named in the server's description")
      },
      clientAuthentication: try clientAuthentication(),
      introspectionAuthorization: try introspectionAuthorization(),
      authorizationParameters: try authorizationParameters(),
      quirks: members.strings("peculiarities") ?? [],
      suggestedScope: try members.string("suggested_scope"))
  }

  /// RFC 6749 §3.1: its query is retained, and a parameter must not be in a request twice.
  private func authorizationEndpoint() throws(StepFailure) -> String {
    let url = try members.requiredEndpoint("authorization_endpoint")
    let query = URLParts(url).query.flatMap { try? Form(decoding: $0) }
    try check(query?.pairs.map(\.name) ?? [], of: "authorization_endpoint")
    return url
  }

  private func authorizationParameters() throws(StepFailure) -> [AuthorizationParameter] {
    let pairs = try members.pairs("authorization_parameters")
    try check(pairs.map(\.name), of: "authorization_parameters")
    return pairs.map {
      AuthorizationParameter($0.name, $0.value, purpose: "Its description says so.")
    }
  }

  private func check(_ names: [String], of member: String) throws(StepFailure) {
    guard let name = names.first(where: AuthorizationParameter.reserved.contains) else { return }
    throw StepFailure(
      .metadataInvalid, "The member \(member) of the server's description cannot be used.",
      expected: "parameters that the request does not have already", received: name,
      why: "A parameter that is sent twice makes the request invalid.", reference: .rfc6749("3.1"),
      findings: findings)
  }

  /// OpenID Connect has an address of its own for who the user is; it wants the scope openid.
  private func profileEndpoint() throws(StepFailure) -> String? {
    if let url = try members.endpoint("profile_endpoint") { return url }
    return try members.endpoint("userinfo_endpoint")
  }

  /// RFC 8414 §2: without the member it is client_secret_basic.
  private func clientAuthentication() throws(StepFailure) -> ClientAuthentication {
    if let name = try members.string("token_endpoint_auth_method") {
      guard let way = ClientAuthentication(rawValue: name) else {
        throw unknown(
          "token_endpoint_auth_method", name, ClientAuthentication.allCases.map(\.rawValue))
      }
      return way
    }
    guard let names = members.strings("token_endpoint_auth_methods_supported") else {
      return .header
    }
    // RFC 6749 §2.3.1 prefers the header where a server understands both.
    let isBodyOnly =
      names.contains(ClientAuthentication.body.rawValue)
      && !names.contains(ClientAuthentication.header.rawValue)
    return isBodyOnly ? .body : .header
  }

  private func introspectionAuthorization() throws(StepFailure) -> IntrospectionAuthorization {
    guard let name = try members.string("introspection_authorization") else {
      // RFC 8414 §2: the name of a token type stands for an access token.
      let ways = members.strings("introspection_endpoint_auth_methods_supported") ?? []
      return ways.contains("Bearer") && !ways.contains { $0.hasPrefix("client_secret") }
        ? .accessToken : .client
    }
    guard let way = IntrospectionAuthorization(rawValue: name) else {
      throw unknown(
        "introspection_authorization", name, IntrospectionAuthorization.allCases.map(\.rawValue))
    }
    return way
  }

  private func unknown(_ name: String, _ received: String, _ expected: [String]) -> StepFailure {
    StepFailure(
      .metadataInvalid, "The member \(name) of the server's description cannot be used.",
      expected: expected.joined(separator: " or "), received: received,
      why: "A secret in the wrong place is refused, or read by others.",
      reference: .rfc6749("2.3.1"), findings: findings)
  }
}
