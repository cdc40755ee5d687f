import HTTPMessages
import PracticeServer
import Vocabulary

extension MetadataPoison {
  /// The server's metadata with this poison in it.
  func response(of practice: PracticeServer, to request: HTTPRequest) async -> HTTPResponse {
    let url = request.url.replacing(PracticePath.metadata + "/tenant", with: PracticePath.metadata)
    let response = await practice.respond(
      to: HTTPRequest(method: "GET", url: url, fields: request.fields)
    ).response
    let base = await practice.configuration.baseURL
    switch self {
    case .otherIssuer: return response.setting("issuer", .string("https://attacker.example"))
    case .issuerWithSlash: return response.setting("issuer", .string(base + "/"))
    case .withoutS256: return response.setting("code_challenge_methods_supported", nil)
    case .issuerWithPath:
      return url == request.url
        ? .oauthError(404, "not_found")
        : response.setting("issuer", .string(base + "/tenant"))
    case .onlyBasic:
      return response.setting(
        "token_endpoint_auth_methods_supported", .array([.string("client_secret_basic")]))
    case .insecureAuthorizationEndpoint(let host):
      return response.setting(
        "authorization_endpoint", .string("http://\(host)" + PracticePath.authorize))
    }
  }
}
