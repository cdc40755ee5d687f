import HTTPMessages
package import Step3AuthorizationResponse
import Vocabulary

/// Redirects of the implicit flow, written by hand.
package enum TestImplicitResponse {
  package static let token = "access_token=2YotnFZFEjr1zCsicMWpAA"
  package static let state = "state=" + Guide.state
  package static let type = "token_type=Bearer"
  package static let good = "#\(token)&\(state)&\(type)&expires_in=3600"

  /// Creates the step for a redirect: the guide's redirect URI followed by `rest`.
  package static func step(_ rest: String, scope: String = Guide.scope) throws -> ImplicitResponse {
    ImplicitResponse(
      redirect: Redirect(url: Guide.redirectURI + rest),
      expectedRedirectURI: try RedirectURI(Guide.redirectURI), expectedState: State(Guide.state),
      requestedScope: Scope(scope), expectedIssuer: .unknown, origin: .recorded)
  }

  /// Creates the step for a complete redirect with its own redirect URI.
  package static func step(
    url: String, expected: String, state: String, scope: String
  ) throws -> ImplicitResponse {
    ImplicitResponse(
      redirect: Redirect(url: url), expectedRedirectURI: try RedirectURI(expected),
      expectedState: State(state), requestedScope: Scope(scope), expectedIssuer: .unknown,
      origin: .live)
  }
}
