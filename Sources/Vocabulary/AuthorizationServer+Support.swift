/// The capabilities that a server's metadata lists (RFC 8414 §2).
public struct ServerSupport: Hashable, Sendable, Codable {
  /// Whether it accepts only pushed authorization requests (RFC 9126 §5).
  public let requiresPushedRequests: Bool?
  /// The authentication methods of the token endpoint; `nil` if unknown.
  public let clientAuthenticationMethods: [String]?
  /// The values of `grant_type`; `nil` if unknown.
  public let grantTypes: [String]?
  /// The values of `response_type`; `nil` if unknown.
  public let responseTypes: [String]?
  /// The PKCE methods: `nil` if unknown, empty if the metadata does not mention PKCE.
  public let challengeMethods: [String]?

  /// Creates a list of capabilities.
  public init(
    requiresPushedRequests: Bool? = nil, clientAuthenticationMethods: [String]? = nil,
    grantTypes: [String]? = nil, responseTypes: [String]? = nil, challengeMethods: [String]? = nil
  ) {
    self.requiresPushedRequests = requiresPushedRequests
    self.clientAuthenticationMethods = clientAuthenticationMethods
    self.grantTypes = grantTypes
    self.responseTypes = responseTypes
    self.challengeMethods = challengeMethods
  }

  /// Whether no capability is known.
  public var isEmpty: Bool { self == ServerSupport() }
}

extension AuthorizationServer {
  /// Checks that the server supports a flow.
  ///
  /// - Parameters:
  ///   - flow: The flow.
  ///   - type: The application type of the client.
  ///   - isMethodGiven: Whether the user chose the authentication method, which takes precedence.
  /// - Throws: `StepFailure` with `serverUnsupported` for the first missing capability.
  public func checkSupport(
    of flow: FlowDescription, as type: ApplicationType, isMethodGiven: Bool
  ) throws(StepFailure) {
    guard let support else { return }
    if flow.hasUser, support.requiresPushedRequests == true {
      throw unsupported(
        "\(name) accepts only authorization requests that were pushed to it, and the workbench "
          + "pushes none.",
        "a server without require_pushed_authorization_requests",
        "require_pushed_authorization_requests true",
        "The server would reject the request in the browser and not redirect.",
        .rfc9126("5"))
    }
    try check(
      support.responseTypes, has: flow.responseType, as: "response_types_supported", flow)
    try check(support.grantTypes, has: flow.grantType, as: "grant_types_supported", flow)
    guard flow.redirectCarries != .token, !isMethodGiven else { return }
    try checkMethod(support.clientAuthenticationMethods, as: type)
  }

  private func check(
    _ values: [String]?, has value: String?, as member: String, _ flow: FlowDescription
  ) throws(StepFailure) {
    guard let values, let value, !values.contains(value) else { return }
    throw unsupported(
      "The description of \(name) does not list the flow \(flow.name).",
      "\(member) with \(value)",
      "\(member): \(values.joined(separator: ", "))",
      "The server would reject the request of this flow.", .rfc8414("2"))
  }

  /// Accepts any known method, because not every server lists `none` for public clients.
  private func checkMethod(_ methods: [String]?, as type: ApplicationType) throws(StepFailure) {
    guard let methods else { return }
    let known = Set(ClientAuthentication.allCases.map(\.rawValue))
    guard known.isDisjoint(with: methods) else { return }
    throw unsupported(
      "The workbench supports none of the authentication methods of \(name).",
      ClientAuthentication.allCases.map(\.rawValue).joined(separator: ", "),
      "token_endpoint_auth_methods_supported: \(methods.joined(separator: ", "))",
      type.isConfidential
        ? "A secret sent by another method is rejected, and others may read it."
        : "The server would reject the token request.",
      .rfc8414("2"))
  }

  private func unsupported(
    _ message: String, _ expected: String, _ received: String, _ why: String,
    _ reference: Reference
  ) -> StepFailure {
    StepFailure(
      .serverUnsupported, message, expected: expected, received: received, why: why,
      reference: reference)
  }

  /// Whether its metadata does not list S256, so that PKCE may protect nothing.
  public var mayIgnorePKCE: Bool { support?.challengeMethods.map { !$0.contains("S256") } ?? false }

  /// The other methods of sending a secret that the server lists.
  public var otherSecretMethods: [ClientAuthentication] {
    let offered = support?.clientAuthenticationMethods ?? []
    return [ClientAuthentication.header, .body].filter {
      $0 != clientAuthentication && offered.contains($0.rawValue)
    }
  }
}

extension FlowDescription {
  /// The value of `response_type` (RFC 6749 §3.1.1), or `nil` in a flow without a browser.
  public var responseType: String? {
    switch redirectCarries {
    case .code: "code"
    case .token: "token"
    case nil: nil
    }
  }

  /// The name of the grant in metadata (RFC 7591 §2).
  public var grantType: String {
    switch redirectCarries {
    case .code: "authorization_code"
    case .token: "implicit"
    case nil: "client_credentials"
    }
  }
}
