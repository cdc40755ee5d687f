/// What a server says that it supports: RFC 8414 §2.
public struct ServerSupport: Hashable, Sendable, Codable {
  /// Whether it takes authorization requests only if they were pushed to it first: RFC 9126 §5.
  public let requiresPushedRequests: Bool?
  /// The ways in which a client may authenticate at the token endpoint; `nil` if they are not known.
  public let clientAuthenticationMethods: [String]?
  /// The values of `grant_type`; `nil` if they are not known.
  public let grantTypes: [String]?
  /// The values of `response_type`; `nil` if they are not known.
  public let responseTypes: [String]?
  /// The methods of PKCE; `nil` if they are not known, none if the server does not say that it has PKCE.
  public let challengeMethods: [String]?

  /// Describes what is supported.
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

  /// Whether nothing is known.
  public var isEmpty: Bool { self == ServerSupport() }
}

extension AuthorizationServer {
  /// Checks that the server supports what a flow is about to do.
  ///
  /// - Parameters:
  ///   - flow: The flow.
  ///   - type: The application type of the client.
  ///   - isMethodGiven: Whether the user chose how the client authenticates, which counts more.
  /// - Throws: `StepFailure` with `serverUnsupported` for the first thing that it does not.
  public func checkSupport(
    of flow: FlowDescription, as type: ApplicationType, isMethodGiven: Bool
  ) throws(StepFailure) {
    guard let support else { return }
    if flow.hasUser, support.requiresPushedRequests == true {
      throw unsupported(
        "\(name) takes an authorization request only if it was pushed to the server first, and this "
          + "program pushes none.",
        "a server without require_pushed_authorization_requests",
        "require_pushed_authorization_requests true",
        "The server would refuse the request in the browser, and the redirect would never come.",
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
      "\(name) does not support the flow \(flow.name), as far as its description says.",
      "\(member) with \(value)",
      "\(member): \(values.joined(separator: ", "))",
      "The server would refuse the request of this flow.", .rfc8414("2"))
  }

  /// A client without a secret has nothing to authenticate with; not every server lists `none` for it.
  private func checkMethod(_ methods: [String]?, as type: ApplicationType) throws(StepFailure) {
    guard let methods else { return }
    let known = Set(ClientAuthentication.allCases.map(\.rawValue))
    guard known.isDisjoint(with: methods) else { return }
    throw unsupported(
      "\(name) offers no way to authenticate that this program has.",
      ClientAuthentication.allCases.map(\.rawValue).joined(separator: ", "),
      "token_endpoint_auth_methods_supported: \(methods.joined(separator: ", "))",
      type.isConfidential
        ? "A secret that is sent in another way is refused, and others may read it."
        : "The server would refuse the token request.",
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

  /// Whether its description does not say that it checks an S256 verifier, so that PKCE may protect nothing.
  public var mayIgnorePKCE: Bool { support?.challengeMethods.map { !$0.contains("S256") } ?? false }

  /// The ways to send a secret that the server offers besides the one in use; none if it lists none.
  public var otherSecretMethods: [ClientAuthentication] {
    let offered = support?.clientAuthenticationMethods ?? []
    return [ClientAuthentication.header, .body].filter {
      $0 != clientAuthentication && offered.contains($0.rawValue)
    }
  }
}

extension FlowDescription {
  /// The value of `response_type`: RFC 6749 §3.1.1; `nil` in a flow without a browser.
  public var responseType: String? {
    switch redirectCarries {
    case .code: "code"
    case .token: "token"
    case nil: nil
    }
  }

  /// The name of the grant in metadata: RFC 7591 §2.
  public var grantType: String {
    switch redirectCarries {
    case .code: "authorization_code"
    case .token: "implicit"
    case nil: "client_credentials"
    }
  }
}
