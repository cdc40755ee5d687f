import Vocabulary

extension CheckCase {
  /// Stage E: the client is told the issuer alone, and the metadata is poisoned.
  static let discovery: [CheckCase] = [
    CheckCase(
      "E1", "metadata of another issuer", .must, .rfc8414("3.3"), lesson: 13,
      needs: [.discovery],
      poisons: [.server(.metadata(.otherIssuer)), .server(.metadata(.issuerWithSlash))],
      passes: .noEndpointUsed,
      why:
        "A server could claim to be another one, and receive the codes and secrets meant for it.",
      fix: "Compare issuer in the metadata exactly with the issuer that you requested."),
    CheckCase(
      "E2", "S256 not announced", .should, .rfc7636("5"), lesson: 13,
      needs: [.discovery], poisons: [.server(.metadata(.withoutS256))], passes: .keepsPKCE,
      why: "Metadata can be incomplete, and a server ignores parameters that it does not know.",
      fix: "Send the challenge and the state even if the metadata does not list S256, or stop."),
    CheckCase(
      "E3", "an issuer with a path", .must, .rfc8414("3.1"), lesson: 13,
      needs: [.discovery], poisons: [.server(.metadata(.issuerWithPath))], passes: .completes,
      why: "At any other URL there is no metadata, or that of another issuer.",
      fix: "Insert /.well-known/oauth-authorization-server between the host and the path."),
    CheckCase(
      "E4", "one authentication method", .should, .rfc6749("2.3.1"), lesson: 13,
      needs: [.discovery, .secret], poisons: [.server(.metadata(.onlyBasic))], passes: .usesBasic,
      why: "A server rejects a method that it does not support.",
      fix: "Choose from token_endpoint_auth_methods_supported. If it is missing, use HTTP Basic "
        + "authentication."),
    CheckCase(
      "E5", "an authorization endpoint without TLS", .must, .rfc6749("3.1"), lesson: 13,
      needs: [.discovery],
      poisons: ["authorize.example", "127.0.0.1.attacker.example"].map {
        .server(.metadata(.insecureAuthorizationEndpoint(host: $0)))
      }, passes: .noEndpointUsed,
      why: "Anyone in between could read and change the request.",
      fix: "Reject an http endpoint, except on a loopback address."),
  ]
}
