import HTTPMessages
import Vocabulary

extension ServerDescription {
  /// Returns what the server supports, with the defaults of RFC 8414 §2 for metadata.
  func support() throws(StepFailure) -> ServerSupport {
    let methods = try members.strings("token_endpoint_auth_methods_supported")
    let grants = try members.strings("grant_types_supported")
    return ServerSupport(
      requiresPushedRequests: try members.boolean("require_pushed_authorization_requests"),
      clientAuthenticationMethods: methods
        ?? (isMetadata ? [ClientAuthentication.header.rawValue] : nil),
      // RFC 8414 §2 has a default of two grants. Many servers support more, and trying does no harm.
      grantTypes: grants, responseTypes: try members.strings("response_types_supported"),
      challengeMethods: try members.strings("code_challenge_methods_supported")
        ?? (isMetadata ? [] : nil))
  }

  /// Returns how the client authenticates: by default with client_secret_basic (RFC 8414 §2).
  func clientAuthentication() throws(StepFailure) -> ClientAuthentication {
    if let name = try members.string("token_endpoint_auth_method") {
      guard let method = ClientAuthentication(rawValue: name) else {
        throw unknown(
          "token_endpoint_auth_method", name, ClientAuthentication.allCases.map(\.rawValue))
      }
      return method
    }
    let names = try members.strings("token_endpoint_auth_methods_supported") ?? []
    // RFC 6749 §2.3.1 prefers the header field if a server supports both.
    return ClientAuthentication.allCases.first { names.contains($0.rawValue) } ?? .header
  }

  func introspectionAuthorization() throws(StepFailure) -> IntrospectionAuthorization {
    guard let name = try members.string("introspection_authorization") else {
      // RFC 8414 §2: the name of a token type means an access token of that type.
      let methods = try members.strings("introspection_endpoint_auth_methods_supported") ?? []
      return methods.contains("Bearer") && !methods.contains { $0.hasPrefix("client_secret") }
        ? .accessToken : .client
    }
    guard let authorization = IntrospectionAuthorization(rawValue: name) else {
      throw unknown(
        "introspection_authorization", name, IntrospectionAuthorization.allCases.map(\.rawValue))
    }
    return authorization
  }

  private func unknown(_ name: String, _ received: String, _ expected: [String]) -> StepFailure {
    StepFailure(
      .metadataInvalid, "The member \(name) of the \(document) cannot be used.",
      expected: expected.joined(separator: " or "), received: received,
      why: "A secret in the wrong place is rejected or exposed.",
      reference: .rfc6749("2.3.1"), findings: findings)
  }
}
