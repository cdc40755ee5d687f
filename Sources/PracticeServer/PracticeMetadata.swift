import HTTPMessages
import Vocabulary

/// The metadata of the practice server (RFC 8414 §2).
struct PracticeMetadata {
  let configuration: PracticeConfiguration
  /// The fault that changes the metadata, or `nil` for none.
  var fault: PracticeFault?

  /// The metadata document.
  var document: JSONText {
    let base = configuration.baseURL
    let methods = clientAuthentication
    var members: [JSONText.Member] = [
      .init("issuer", .string(fault == .otherIssuer ? "https://other.example" : base)),
      .init("authorization_endpoint", .string(base + PracticePath.authorize)),
      .init("token_endpoint", .string(base + PracticePath.token)),
      .init("revocation_endpoint", .string(base + PracticePath.revoke)),
      .init("introspection_endpoint", .string(base + PracticePath.introspect)),
      // RFC 8414 §2 permits additional members.
      .init("profile_endpoint", .string(base + PracticePath.profile)),
      .init("scopes_supported", list(AuthorizationServer.fitbit.scopes.map(\.name))),
      .init("response_types_supported", list(["code", "token"])),
      .init("response_modes_supported", list(["query", "fragment"])),
      .init(
        "grant_types_supported",
        list(["authorization_code", "implicit", "refresh_token", "client_credentials"])),
      .init("token_endpoint_auth_methods_supported", list(methods + ["none"])),
      // Without these, a client would have to assume client_secret_basic only.
      .init("revocation_endpoint_auth_methods_supported", list(methods + ["none"])),
      .init("introspection_endpoint_auth_methods_supported", list(introspection)),
      .init(
        "code_challenge_methods_supported",
        list(fault == .metadataWithoutS256 ? ["plain"] : ["S256", "plain"])),
    ]
    if configuration.features.contains(.issuer) {
      // RFC 9207 §3: only then may a client insist on iss.
      members.append(.init("authorization_response_iss_parameter_supported", .boolean(true)))
    }
    return .object(members)
  }

  private var clientAuthentication: [String] {
    ["client_secret_basic"]
      + (configuration.features.contains(.secretInBody) ? ["client_secret_post"] : [])
  }

  /// The authentication methods of introspection, of which `Bearer` is one (RFC 8414 §2).
  private var introspection: [String] {
    ["Bearer"]
      + (configuration.features.contains(.standardIntrospection) ? clientAuthentication : [])
  }

  private func list(_ values: [String]) -> JSONText { .array(values.map(JSONText.string)) }
}
