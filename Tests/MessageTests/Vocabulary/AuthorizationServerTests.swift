import TestSupport
import Testing
import Vocabulary

struct AuthorizationServerTests {
  @Test
  func `Fitbit knows every scope of the guide, and has both endpoints over TLS, without a query`() {
    let known = AuthorizationServer.fitbit.scopes.map(\.name)
    expect(Set(known).count, is: known.count)
    expect(Set(known).isSuperset(of: Guide.scope.split(separator: " ").map(String.init)))
    for scope in AuthorizationServer.fitbit.scopes { expect(!scope.gives.isEmpty) }
    // RFC 6749 §3.1 and §3.2: TLS is required, a fragment forbidden.
    let server = AuthorizationServer.fitbit
    for endpoint in [server.authorizationEndpoint, server.tokenEndpoint] {
      expect(endpoint.hasPrefix("https://"))
      expect(!endpoint.contains("?") && !endpoint.contains("#"))
    }
  }

  @Test func `only a server application is confidential`() {
    // The guide, step 4: client and personal types have no additional security requirements.
    expect(ApplicationType.server.isConfidential)
    expect(!ApplicationType.client.isConfidential)
    expect(!ApplicationType.personal.isConfidential)
    expect(Set(ApplicationType.allCases.map(\.meaning)).count, is: 3)
  }
}
