import HTTPMessages
public import Vocabulary

/// A message of OAuth that a person pasted: its kind, its parts, and what was found out about it.
public struct PastedMessage: Sendable {
  /// The kind of a message; the raw values are part of the JSON output.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The URL that the browser visits at the authorization endpoint.
    case authorizationRequest = "authorization_request"
    /// The redirect that answers it.
    case authorizationResponse = "authorization_response"
    /// The request to the token endpoint.
    case tokenRequest = "token_request"
    /// A request to introspect or revoke a token.
    case tokenUseRequest = "token_use_request"
    /// A request to an API with an access token.
    case resourceRequest = "resource_request"
    /// The answer of the token endpoint.
    case tokenResponse = "token_response"
    /// The answer to an introspection.
    case introspectionResponse = "introspection_response"
    /// The answer to a revocation.
    case revocationResponse = "revocation_response"
    /// The answer of an API to an access token.
    case resourceResponse = "resource_response"
    /// A `WWW-Authenticate` field.
    case authenticationChallenge = "www_authenticate"
    /// A JSON Web Token.
    case jsonWebToken = "jwt"
    /// An error code without a message around it.
    case errorCode = "error_code"
    /// A server's description of itself.
    case metadata
    /// A single opaque value, such as a code.
    case value
    /// A URL without any parameter of OAuth.
    case otherURL = "other_url"

    /// The kind in words, with its step.
    public var title: String {
      switch self {
      case .authorizationRequest: "an authorization request: step 2"
      case .authorizationResponse: "an authorization response: step 3"
      case .tokenRequest: "a token request: step 4"
      case .tokenUseRequest: "a request about a token"
      case .resourceRequest: "a request to an API with an access token"
      case .tokenResponse: "a token response: step 5"
      case .introspectionResponse: "an introspection response"
      case .revocationResponse: "a revocation response"
      case .resourceResponse: "a response of an API to an access token"
      case .authenticationChallenge: "a WWW-Authenticate field"
      case .jsonWebToken: "a JSON Web Token (JWT)"
      case .errorCode: "an error code"
      case .metadata: "the metadata of an authorization server"
      case .value: "a single value"
      case .otherURL: "a URL without parameters of OAuth"
      }
    }

    /// Every form that is recognized, in a sentence.
    public static let recognized =
      "an authorization URL, a redirect, a token request (curl, raw HTTP, form, or JSON), a response with "
      + "or without its head, a WWW-Authenticate field, a JWT, an error code, a server's metadata, or a "
      + "browser's HAR file"
  }

  /// The kind.
  public internal(set) var kind: Kind
  /// The form it was given in, such as `a curl command`.
  public let form: String
  /// The values in the message, each explained: first its header fields.
  public internal(set) var parts: [Parameter] = []
  /// The number of parts that are header fields.
  public internal(set) var fieldCount = 0
  /// What was found out about it.
  public internal(set) var findings: [Finding] = []
  /// The decoded parameters, for a comparison with other messages.
  var values = Form([])
  var url = ""
  var request: PastedRequest?
  var answer: PastedResponse?
  /// Whether scheme and host of the URL are known.
  var isWholeURL = true
  /// The time at which it was on its way, or `nil` if nothing says it.
  var time: MessageTime?
  /// Whether it is a response to none of the messages before it.
  var isAlone = false
  /// Whether an export may have removed the credentials from its fields.
  var lacksCredentials = false

  init(_ kind: Kind, form: String) {
    self.kind = kind
    self.form = form
  }

  /// The same message, with another finding.
  func adding(_ finding: Finding?) -> PastedMessage {
    var message = self
    if let finding { message.findings.append(finding) }
    return message
  }

  /// The same message with the time at which it was on its way.
  func at(_ time: MessageTime?) -> PastedMessage {
    var message = self
    message.time = time
    return message
  }
}

/// What is known besides the pasted text.
public struct ExplanationContext: Sendable {
  /// The server that the user named, or `nil` for none.
  public let server: AuthorizationServer?
  /// The servers that are known by the addresses of their endpoints.
  public let known: [AuthorizationServer]
  /// The redirect URIs that clients have registered, by the authorization endpoint of their server.
  public let registeredRedirectURIs: [String: [String]]
  /// The time, in seconds since 1970-01-01 00:00 UTC.
  public let now: Int64

  /// Creates a context.
  public init(
    server: AuthorizationServer?, known: [AuthorizationServer],
    registeredRedirectURIs: [String: [String]],
    now: Int64
  ) {
    self.server = server
    self.known = known
    self.registeredRedirectURIs = registeredRedirectURIs
    self.now = now
  }

  /// The same context with a server, unless the user named one.
  func learning(_ other: AuthorizationServer?) -> ExplanationContext {
    ExplanationContext(
      server: server ?? other, known: known, registeredRedirectURIs: registeredRedirectURIs,
      now: now)
  }

  /// The server of a URL: the named one, or a known one with an endpoint at the same host.
  func server(at url: String) -> AuthorizationServer? {
    if let server { return server }
    let authority = URLParts(url).authority
    return known.first {
      [$0.authorizationEndpoint, $0.tokenEndpoint].contains { URLParts($0).authority == authority }
    }
  }
}
