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
    let heading = StepHeading(number: .tokenRequest, name: "", title: "", purpose: "", traffic: "")
    let step = StepReport(
      heading: heading, sends: sends,
      received: receives.map { ReceivedReport(message: $0, origin: .practice) },
      inputs: inputs.map { Parameter($0.0, $0.1, in: .insideTheClient, origin: .given) },
      outputs: [Parameter(name, "s3cret", in: .tokenResponse, origin: .practice)])
    let subject = ReportSubject(
      flow: Flow.pkce.about, mode: .practice, scenario: nil, story: nil, server: "a server")
    return Report(subject: subject, steps: [step])
  }

  private func viewers(_ secret: SecretValue, _ report: Report) -> [Viewer] {
    Exposure(of: secret, in: report).viewers
  }

  /// One message with the value in it, and who sees it there.
  struct Sight: CustomTestStringConvertible {
    let testDescription: String
    let secret: SecretValue
    let name: String
    var sends: HTTPRequest?
    var redirect: String?
    var inputs: [(String, String)] = []
    let viewers: [Viewer]
  }

  static let sights: [Sight] = [
    // RFC 9700 §4.2 and §4.3: what stands in an address is in the history and in the next Referer.
    Sight(
      testDescription: "in the query of a redirect, by all on the way", secret: .code, name: "code",
      redirect: "https://app.example/cb?code=s3cret&state=x",
      viewers: [.history, .scripts, .referer, .log, .client, .authorizationServer]),
    // RFC 9110 §10.1.3: a Referer must not include the fragment; RFC 3986 §3.5: nor does a request.
    Sight(
      testDescription: "in a fragment, in the history, and in no Referer and no log",
      secret: .accessToken, name: "access_token",
      redirect: "https://app.example/cb#access_token=s3cret&token_type=Bearer",
      viewers: [.history, .scripts, .client, .authorizationServer]),
    Sight(
      testDescription: "in the form of a direct request, by app and server",
      secret: .refreshToken, name: "refresh_token",
      sends: HTTPRequest(
        method: "POST", url: url, fields: [HTTPField("Content-Type", Form.mediaType)],
        body: Array("grant_type=refresh_token&refresh_token=s3cret".utf8)),
      viewers: [.client, .authorizationServer]),
    // RFC 6750 §2.1: the header of a bearer token goes to the API.
    Sight(
      testDescription: "as a bearer token, by app and API", secret: .accessToken,
      name: "access_token",
      sends: HTTPRequest(
        method: "GET", url: "https://api.example/profile",
        fields: [HTTPField("Authorization", "Bearer s3cret")]), viewers: [.client, .api]),
    // RFC 7617 §2: the secret stands in the Basic header; the value is `printf id:s3cret | base64`.
    Sight(
      testDescription: "as a client secret in a Basic header, by app and server",
      secret: .clientSecret, name: "client_secret",
      sends: HTTPRequest(
        method: "POST", url: url, fields: [HTTPField("Authorization", "Basic aWQ6czNjcmV0")]),
      inputs: [("client_id", "id")], viewers: [.client, .authorizationServer]),
  ]

  @Test(arguments: sights)
  func `a value is seen by all who get its message`(sight: Sight) {
    let redirect = sight.redirect.map {
      ReceivedMessage.redirect(Redirect(url: $0, status: 302))
    }
    let report = report(sight.name, sends: sight.sends, receives: redirect, inputs: sight.inputs)
    expect(viewers(sight.secret, report), is: sight.viewers)
  }

  @Test func `a value in the address of a direct request is in the logs too`() {
    let request = HTTPRequest(
      method: "POST", url: Self.url + "?code_verifier=s3cret",
      fields: [HTTPField("Accept", "application/json")])
    let seen = viewers(.codeVerifier, report("code_verifier", sends: request))
    expect(seen.contains(.log))
  }

  @Test func `a value that is sent nowhere stays in the app, and a missing one is nobody's`() {
    let report = report("code_verifier")
    expect(viewers(.codeVerifier, report), is: [.client])
    expect(viewers(.code, report).isEmpty)
  }
}
