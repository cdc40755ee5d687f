import Foundation
import TestSupport
import Testing
import Vocabulary

struct ServerDataTests {
  @Test func `Google has its issuer, which it does not promise, and today's scopes`() {
    let google = AuthorizationServer.googleHealth
    expect(google.expectedIssuer, is: .known("https://accounts.google.com", isPromised: false))
    // https://developers.google.com/health/scopes and the API's discovery document of 2026-10-30.
    let names = google.scopes.map {
      $0.name.replacing("https://www.googleapis.com/auth/googlehealth.", with: "")
    }
    let readOnly = ["ecg", "irn", "location"]
    let both = [
      "activity_and_fitness", "health_metrics_and_measurements", "logged_symptoms", "mindfulness",
      "nutrition", "profile", "reproductive_health", "settings", "sleep",
    ]
    let expected =
      (readOnly + both).map { $0 + ".readonly" } + both.map { $0 + ".writeonly" }
    expect(Set(names), is: Set(expected))
    expect(names.count, is: expected.count)
  }

  @Test func `what an older version wrote of a server can still be read, and has no more in it`()
    throws
  {
    let old = """
      {"name":"Mine","promisesIssuer":false,"authorizationEndpoint":"https://a.example/a",
       "tokenEndpoint":"https://a.example/t","scopes":[],"clientAuthentication":"client_secret_basic",
       "introspectionAuthorization":"client","followsFitbitsGuide":false,"peculiarities":[],
       "authorizationParameters":[{"name":"audience","value":"x","purpose":"It wants it."}]}
      """
    let server = try JSONDecoder().decode(AuthorizationServer.self, from: Data(old.utf8))
    let expected = AuthorizationServer(
      name: "Mine", authorizationEndpoint: "https://a.example/a",
      tokenEndpoint: "https://a.example/t",
      authorizationParameters: [
        AuthorizationParameter("audience", "x", purpose: "It wants it.")
      ])
    expect(server, is: expected)
    let again = try JSONDecoder().decode(
      AuthorizationServer.self, from: JSONEncoder().encode(expected))
    expect(again, is: expected)
  }

  @Test func `what the user gives takes the place of what the server wants`() {
    let server = AuthorizationServer.googleHealth.with(
      clientAuthentication: .header, parameters: [.given("prompt", "select_account")],
      tokenParameters: [.given("resource", "https://r.example")])
    expect(server.clientAuthentication, is: .header)
    expect(
      server.authorizationParameters.map { "\($0.name)=\($0.value)" },
      is: ["access_type=offline", "prompt=select_account"])
    expect(server.authorizationParameters.map(\.isGiven), is: [false, true])
    expect(server.tokenParameters.map(\.value), is: ["https://r.example"])
    expect(server.issuer, is: AuthorizationServer.googleHealth.issuer)
    expect(server.quirks, is: AuthorizationServer.googleHealth.quirks)
  }
}
