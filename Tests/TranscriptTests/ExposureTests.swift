import Flows
import HTTPMessages
import TestSupport
import Testing
import Transcript
import Vocabulary

struct ExposureTests {
  private static let url = "https://server.example/authorize"

  /// A run of one step, whose output of the name has the value "s3cret".
  private func report(
    _ name: String, sends: HTTPRequest? = nil, receives: ReceivedMessage? = nil,
    inputs: [(String, String)] = []
  ) -> Report {
    let heading = StepHeading(number: 4, name: "", title: "", purpose: "", traffic: "")
    let step = StepReport(
      heading: heading, sends: sends,
      received: receives.map { ReceivedReport(message: $0, origin: .practice) },
      inputs: inputs.map { Parameter($0.0, $0.1, in: .insideTheClient, origin: .given) },
      outputs: [Parameter(name, "s3cret", in: .tokenResponse, origin: .practice)])
    let subject = ReportSubject(
      flow: Flow.pkce.about, mode: "practice", scenario: nil, story: nil, server: "a server")
    return Report(subject: subject, steps: [step])
  }

  private func viewers(_ secret: SecretValue, _ report: Report) -> [Viewer] {
    Exposure(of: secret, in: report).viewers
  }

  // RFC 9700 §4.2 and §4.3: what stands in an address is in the history and in the next Referer.
  @Test func `a value in the query of a redirect is seen by all on the way`() {
    let redirect = Redirect(url: "https://app.example/cb?code=s3cret&state=x", status: 302)
    let seen = viewers(.code, report("code", receives: .redirect(redirect)))
    expect(seen, is: [.history, .scripts, .referer, .log, .app, .authorizationServer])
  }

  // RFC 9110 §10.1.3: a Referer must not include the fragment; RFC 3986 §3.5: nor does a request.
  @Test func `a value in the fragment is in the history, and in no Referer and no log`() {
    let url = "https://app.example/cb#access_token=s3cret&token_type=Bearer"
    let redirect = Redirect(url: url, status: 302)
    let seen = viewers(.accessToken, report("access_token", receives: .redirect(redirect)))
    expect(seen, is: [.history, .scripts, .app, .authorizationServer])
  }

  @Test func `a value in the form of a direct request is seen by app and server`() {
    let request = HTTPRequest(
      method: "POST", url: Self.url, fields: [HTTPField("Content-Type", Form.mediaType)],
      body: Array("grant_type=refresh_token&refresh_token=s3cret".utf8))
    let seen = viewers(.refreshToken, report("refresh_token", sends: request))
    expect(seen, is: [.app, .authorizationServer])
  }

  @Test func `a value in the address of a direct request is in the logs too`() {
    let request = HTTPRequest(
      method: "POST", url: Self.url + "?code_verifier=s3cret",
      fields: [HTTPField("Accept", "application/json")])
    let seen = viewers(.codeVerifier, report("code_verifier", sends: request))
    expect(seen.contains(.log))
  }

  // RFC 6750 §2.1: the header of a bearer token goes to the API.
  @Test func `a bearer token is seen by app and API`() {
    let request = HTTPRequest(
      method: "GET", url: "https://api.example/profile",
      fields: [HTTPField("Authorization", "Bearer s3cret")])
    expect(viewers(.accessToken, report("access_token", sends: request)), is: [.app, .api])
  }

  // RFC 7617 §2: the secret stands in the Basic header; the value is `printf id:s3cret | base64`.
  @Test func `a client secret is found in a Basic header`() {
    let request = HTTPRequest(
      method: "POST", url: Self.url, fields: [HTTPField("Authorization", "Basic aWQ6czNjcmV0")])
    let report = report("client_secret", sends: request, inputs: [("client_id", "id")])
    expect(viewers(.clientSecret, report), is: [.app, .authorizationServer])
  }

  @Test func `a value that is sent nowhere stays in the app, and a missing one is nobody's`() {
    let report = report("code_verifier")
    expect(viewers(.codeVerifier, report), is: [.app])
    expect(viewers(.code, report).isEmpty)
  }
}
