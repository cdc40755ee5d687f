import HTTPMessages
public import Vocabulary

/// The description of a server in JSON: its metadata (RFC 8414 §2) or a server file.
///
/// A server file is written by the user and may contain more members.
public struct ServerDescription: Sendable {
  /// The members of metadata that are understood here, in display order.
  static let known = [
    "issuer", "authorization_endpoint", "token_endpoint", "revocation_endpoint",
    "introspection_endpoint", "userinfo_endpoint", "profile_endpoint", "scopes_supported",
    "response_types_supported",
    "grant_types_supported", "token_endpoint_auth_methods_supported",
    "introspection_endpoint_auth_methods_supported", "code_challenge_methods_supported",
    "authorization_response_iss_parameter_supported", "require_pushed_authorization_requests",
  ]

  /// The members that only a server file has, with their purposes.
  public static let own: [(name: String, purpose: String)] = [
    ("name", "the name of the server"),
    ("profile_endpoint", "a URL of user data, to try the token with"),
    (
      "token_endpoint_auth_method",
      "how the client sends its secret: client_secret_basic (default), client_secret_post, or none"
    ),
    ("introspection_authorization", "client (default) or access_token"),
    ("authorization_parameters", "an object of extra parameters for the authorization request"),
    ("token_parameters", "an object of extra parameters for the token request"),
    ("scope_separator", "the character between scopes: a space (default) or a comma"),
    ("suggested_scope", "the scopes to request without --scope"),
    ("peculiarities", "a list of quirks in sentences, shown by workbench servers"),
  ]

  /// Every member name that is understood.
  public static let names = known + own.map(\.name)

  let members: ServerMembers
  let findings: [Parameter]
  /// Whether this is metadata, so that missing members have defaults (RFC 8414 §2).
  let isMetadata: Bool
  /// The kind of the document, for messages.
  var document: String { isMetadata ? "metadata" : "server file" }

  /// Creates a description from metadata, of which only the members of RFC 8414 count.
  ///
  /// Extra parameters of a request and the name on the screen are set by the user, not by a server.
  init(metadata members: ServerMembers, findings: [Parameter]) {
    self.members = members.only(Self.known)
    self.findings = findings
    isMetadata = true
  }

  /// Creates a description from a server file.
  ///
  /// - Parameter bytes: A JSON object.
  /// - Throws: `StepFailure` with `metadataInvalid` if it is something else or repeats a member.
  public init(parsing bytes: [UInt8]) throws(StepFailure) {
    guard let value = try? JSONValue(parsing: bytes), case .object(let object) = value else {
      throw StepFailure(
        .metadataInvalid, "The server file is not a JSON object.",
        expected: "{\"authorization_endpoint\": …, \"token_endpoint\": …}",
        received: "something else",
        why: "Without it, the URLs of the endpoints are unknown.", reference: .rfc8414("2"))
    }
    try Self.checkRepetition(in: bytes, of: "server file")
    members = ServerMembers(object, isStrict: true)
    findings = []
    isMetadata = false
  }

  /// The members without a meaning here, in alphabetical order.
  public var unknownNames: [String] { members.names.filter { !Self.names.contains($0) } }

  /// Checks that no name is repeated: parsers disagree on which member counts (RFC 8259 §4).
  static func checkRepetition(in bytes: [UInt8], of document: String) throws(StepFailure) {
    guard let name = JSONValue.repeatedNames(in: bytes).first else { return }
    throw StepFailure(
      .metadataInvalid, "The \(document) has the member \(name) more than once.",
      expected: "\(name) once", received: "\(name) more than once",
      why: "Two parsers could use different values.", reference: .rfc8259("4"))
  }

  /// Returns the server that the document describes.
  ///
  /// - Parameter name: The name of the server, unless the document has one.
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
        KnownScope($0, "listed in the \(document)")
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

  /// Returns the endpoint for user data; that of OpenID Connect requires the scope openid.
  private func profileEndpoint() throws(StepFailure) -> String? {
    if let url = try members.endpoint("profile_endpoint") { return url }
    return try members.endpoint("userinfo_endpoint")
  }
}
