import Flows
import Vocabulary

extension Settings {
  /// The flow with these settings, ready to be walked.
  func grantFlow(_ course: Course) -> any GrantFlow {
    let (server, origin) = (course.server, course.origin)
    return switch flow {
    case .pkce:
      AuthorizationCodeWithPKCE(
        server: server, client: client, scope: scope, state: state,
        verifierSource: verifierSource, prompt: prompt, mistake: mistake, origin: origin)
    case .code:
      AuthorizationCodeWithoutPKCE(
        server: server, client: client, scope: scope, state: state, prompt: prompt,
        mistake: mistake, origin: origin)
    case .implicit:
      ImplicitGrant(
        server: server, client: client, scope: scope, state: state, lifetime: lifetime,
        prompt: prompt, origin: origin)
    case .clientCredentials:
      ClientCredentialsGrant(server: server, client: client, mistake: mistake, origin: origin)
    }
  }
}
