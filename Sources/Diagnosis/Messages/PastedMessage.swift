import HTTPMessages
public import Vocabulary

/// A pasted OAuth message: its kind, its parts, and the findings about it.
public struct PastedMessage: Sendable {
  /// The kind of a message; the raw values are part of the JSON output.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The URL that the browser visits at the authorization endpoint.
    case authorizationRequest = "authorization_request"
    /// The redirect with the response to an authorization request.
    case authorizationResponse = "authorization_response"
    /// The request to the token endpoint.
    case tokenRequest = "token_request"
    /// A request to introspect or revoke a token.
    case tokenUseRequest = "token_use_request"
    /// A request to an API with an access token.
    case resourceRequest = "resource_request"
    /// The response of the token endpoint.
    case tokenResponse = "token_response"
    /// The response to an introspection request.
    case introspectionResponse = "introspection_response"
    /// The response to a revocation request.
    case revocationResponse = "revocation_response"
    /// The response of an API to a request with an access token.
    case resourceResponse = "resource_response"
    /// A `WWW-Authenticate` field.
    case authenticationChallenge = "www_authenticate"
    /// A JSON Web Token.
    case jsonWebToken = "jwt"
    /// An error code without a message.
    case errorCode = "error_code"
    /// The metadata of an authorization server.
    case metadata
    /// A single opaque value, such as a code.
    case value
    /// A URL without OAuth parameters.
    case otherURL = "other_url"

    /// The name of the kind, with its step.
    public var title: String {
      switch self {
      case .authorizationRequest: "an authorization request from step 2"
      case .authorizationResponse: "an authorization response from step 3"
      case .tokenRequest: "a token request from step 4"
      case .tokenUseRequest: "a request about a token"
      case .resourceRequest: "a request to an API with an access token"
      case .tokenResponse: "a token response from step 5"
      case .introspectionResponse: "an introspection response"
      case .revocationResponse: "a revocation response"
      case .resourceResponse: "a response of an API to an access token"
      case .authenticationChallenge: "a WWW-Authenticate field"
      case .jsonWebToken: "a JSON Web Token (JWT)"
      case .errorCode: "an error code"
      case .metadata: "the metadata of an authorization server"
      case .value: "a single value"
      case .otherURL: "a URL without OAuth parameters"
      }
    }

    /// The recognized forms, as part of a sentence.
    public static let recognized =
      "an authorization URL, a redirect, a token request (curl, raw HTTP, form, or JSON), a response (raw "
      + "HTTP or only its body), a WWW-Authenticate field, a JWT, an error code, a server's metadata, or a "
      + "browser's HAR file"
  }

  /// The kind of the message, which decides how it is checked.
  public internal(set) var kind: Kind
  /// The form of the pasted text, such as `a curl command`.
  public let form: String
  /// The explained values in the message, its header fields first.
  public internal(set) var parts: [Parameter] = []
  /// The number of parts that are header fields.
  public internal(set) var fieldCount = 0
  /// The findings about the message by itself.
  public internal(set) var findings: [Finding] = []
  /// The decoded parameters, to compare with other messages.
  var values = Form([])
  var url = ""
  var request: PastedRequest?
  var response: PastedResponse?
  /// Whether scheme and host of the URL are known.
  var isWholeURL = true
  /// The time of the message, or `nil` if it is unknown.
  var time: MessageTime?
  /// Whether this is a response to no message before it.
  var isAlone = false
  /// Whether an export may have removed the credentials from the header fields.
  var lacksCredentials = false

  init(_ kind: Kind, form: String) {
    self.kind = kind
    self.form = form
  }

  /// Returns the message with another finding.
  func adding(_ finding: Finding?) -> PastedMessage {
    var message = self
    if let finding { message.findings.append(finding) }
    return message
  }

  /// Returns the message with its time.
  func at(_ time: MessageTime?) -> PastedMessage {
    var message = self
    message.time = time
    return message
  }
}

/// The server, registrations, and time that pasted messages are explained with.
public struct ExplanationContext: Sendable {
  /// The server that the user named, or `nil` for none.
  public let server: AuthorizationServer?
  /// The servers that are recognized by the URLs of their endpoints.
  public let known: [AuthorizationServer]
  /// The registered redirect URIs, by the authorization endpoint of their server.
  public let registeredRedirectURIs: [String: [String]]
  /// The time, in seconds since 1970-01-01 00:00 UTC.
  public let now: Int64

  /// Creates a context for explaining messages.
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

  /// Returns the context with a server, unless the user named one.
  func learning(_ other: AuthorizationServer?) -> ExplanationContext {
    ExplanationContext(
      server: server ?? other, known: known, registeredRedirectURIs: registeredRedirectURIs,
      now: now)
  }

  /// Returns the server of a URL: the named one, or a known one with an endpoint at the same host.
  func server(at url: String) -> AuthorizationServer? {
    if let server { return server }
    let authority = URLParts(url).authority
    return known.first {
      [$0.authorizationEndpoint, $0.tokenEndpoint].contains { URLParts($0).authority == authority }
    }
  }
}
