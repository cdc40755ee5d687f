import HTTPMessages
import Vocabulary

extension ServerDescription {
  /// What the server says that it supports; RFC 8414 §2 says what its metadata mean where they are silent.
  func support() throws(StepFailure) -> ServerSupport {
    let methods = try members.strings("token_endpoint_auth_methods_supported")
    let grants = try members.strings("grant_types_supported")
    return ServerSupport(
      requiresPushedRequests: try members.boolean("require_pushed_authorization_requests"),
      clientAuthenticationMethods: methods
        ?? (isMetadata ? [ClientAuthentication.header.rawValue] : nil),
      // RFC 8414 §2 gives a silent server two grants; many have more, and none is harmed by a request.
      grantTypes: grants, responseTypes: try members.strings("response_types_supported"),
      challengeMethods: try members.strings("code_challenge_methods_supported")
        ?? (isMetadata ? [] : nil))
  }

  /// RFC 8414 §2: without the member it is client_secret_basic.
  func clientAuthentication() throws(StepFailure) -> ClientAuthentication {
    if let name = try members.string("token_endpoint_auth_method") {
      guard let way = ClientAuthentication(rawValue: name) else {
        throw unknown(
          "token_endpoint_auth_method", name, ClientAuthentication.allCases.map(\.rawValue))
      }
      return way
    }
    let names = try members.strings("token_endpoint_auth_methods_supported") ?? []
    // RFC 6749 §2.3.1 prefers the header where a server understands both.
    return ClientAuthentication.allCases.first { names.contains($0.rawValue) } ?? .header
  }

  func introspectionAuthorization() throws(StepFailure) -> IntrospectionAuthorization {
    guard let name = try members.string("introspection_authorization") else {
      // RFC 8414 §2: the name of a token type stands for an access token.
      let ways = try members.strings("introspection_endpoint_auth_methods_supported") ?? []
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
