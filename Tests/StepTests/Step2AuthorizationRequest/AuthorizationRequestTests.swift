import HTTPMessages
import Step2AuthorizationRequest
import TestSupport
import Testing
import Vocabulary

struct AuthorizationRequestTests {
  private func step(
    scope: String = Guide.scope, state: String = Guide.state, prompt: Prompt? = nil,
    client: Client? = nil, method: CodeChallengeMethod = .s256
  ) throws -> AuthorizationRequest {
    AuthorizationRequest(
      server: .fitbit, client: try client ?? Guide.client(), scope: Scope(scope),
      state: State(state), challenge: CodeChallenge(Guide.challenge, method: method),
      prompt: prompt)
  }

  @Test func `the request is exactly that of RFC 6749 and RFC 7636, and has nothing secret in it`()
    throws
  {
    // Written by hand: the parameters of RFC 6749 §4.1.1 in its order, then RFC 7636 §4.3.
    let query = [
      "response_type=code", "client_id=ABC123",
      "redirect_uri=https%3A%2F%2Fapp.example.com%2Fcallback",
      "scope=activity%20heartrate%20nutrition%20oxygen_saturation%20respiratory_rate%20settings"
        + "%20sleep%20temperature%20weight",
      "state=rY3dJ8wq0Tz5mVb6Kc1uXg",
      "code_challenge=-4cf-Mzo_qg9-uq0F4QwWhRh4AjcAqNx7SbYVsdmyQM", "code_challenge_method=S256",
    ]
    let request = try step().output()
    expect(request.method, is: "GET")
    expect(
      request.url, is: "https://www.fitbit.com/oauth2/authorize?" + query.joined(separator: "&"))
    expect(request.fields.isEmpty)
    expect(request.body.isEmpty)
    // RFC 6749 §10.16 and the purpose of PKCE: neither verifier nor client secret go this way.
    expect(!request.url.contains(Guide.verifier))
    expect(!request.url.contains(Guide.clientSecret))
  }

  @Test(.enabled(if: IndependentProgram.exists("python3"), "python3 is not installed"))
  func `Python reads each parameter as it was given`() throws {
    let redirectURI = "https://client.example.com/cb?tenant=1&name=a%20b+c"
    let client = try Guide.client(identifier: "id with +&=%#ä", redirectURI: redirectURI)
    let state = "x+/=&%#\u{1F600} ~"
    let step = try step(
      scope: "a!#$%&'()*+,-./:;<=>?@[]^_`{|}~ b", state: state, prompt: .loginConsent,
      client: client)
    let lines = try IndependentProgram.python(
      """
      import sys, urllib.parse
      url = urllib.parse.urlsplit(sys.stdin.readline()[:-1])
      for name, value in urllib.parse.parse_qsl(url.query, errors="strict"): print(name, value)
      print("fragment", url.fragment)
      """, lines: [try step.output().url])
    expect(
      lines,
      is: [
        "response_type code", "client_id id with +&=%#ä", "redirect_uri " + redirectURI,
        "scope a!#$%&'()*+,-./:;<=>?@[]^_`{|}~ b", "state " + state,
        "code_challenge " + Guide.challenge, "code_challenge_method S256", "prompt login consent",
        "fragment ",
      ])
  }

  @Test func `prompt is sent only if it was asked for, and last`() throws {
    expect(try step().output().query?.value(of: "prompt"), is: nil)
    for prompt in Prompt.documentedByFitbit + [.selectAccount] {
      let pairs = try step(prompt: prompt).output().query?.pairs
      expect(pairs?.last, is: Form.Pair("prompt", prompt.rawValue))
      expect(pairs?.count, is: 8)
    }
  }

  @Test func `a plain challenge is called plain`() throws {
    let query = try step(method: .plain).output().query
    expect(query?.value(of: "code_challenge_method"), is: "plain")
  }

  @Test func `without a scope there is nothing to ask for`() throws {
    for scope in ["", " ", "   "] {
      let failure = try #require(try step(scope: scope).failure)
      expect(failure.reason, is: .scopeInvalid)
      expect(failure.reference.section, is: "3.3")
    }
  }

  @Test(arguments: ["slee\"p", "a\\b", "schläfrig", "a\tb", "a\u{1B}[2Jb", "a\u{202E}b", "a\r\nb"])
  func `a scope that cannot be sent is refused, in harmless words`(scope: String) throws {
    let failure = try #require(try step(scope: scope).failure)
    expect(failure.reason, is: .scopeInvalid)
    expect(failure.received, is: scope)
    // StepFailure promises that the message is harmless to show.
    let isHarmless = failure.message.unicodeScalars.allSatisfy {
      $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
    }
    expect(isHarmless, "\(failure.message.debugDescription)")
  }

  @Test func `inputs are explained, and a scope that the server does not list is remarked on`()
    throws
  {
    let known = try step(prompt: .consent)
    for input in known.inputs { expect(input.reference != nil, "\(input.name)") }
    expect(known.run().notes.count, is: 1)
    let odd = try step(scope: "sleep dreams")
    let notes = odd.run().notes
    expect(notes.count, is: 2)
    guard case .notice(let text)? = notes.last else {
      Issue.record("no remark")
      return
    }
    expect(text.contains("dreams") && !text.contains("sleep"))
  }
}
