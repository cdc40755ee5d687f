import Flows
import HTTPMessages
import Step1CodeVerifier
import TestSupport
import Testing
import Vocabulary

struct AuthorizationCodeWithPKCETests {
  struct NoAnswer: Error {}

  /// Remembers which steps were done, in order.
  final class Watching: StepPerformer {
    var numbers: [Int] = []

    func callAsFunction<S: Step>(_ step: S) throws -> S.Output {
      numbers.append(S.heading.number.rawValue)
      return try step.output()
    }
  }

  private func flow(
    client: Client? = nil, scope: String = "sleep", verifier: String = Guide.verifier,
    mistake: DeliberateMistake? = nil
  ) throws -> AuthorizationCodeWithPKCE {
    AuthorizationCodeWithPKCE(
      Transaction(
        server: .fitbit, client: try client ?? Guide.client(), scope: Scope(scope),
        state: State(Guide.state), origin: .live),
      verifierSource: .given(verifier), mistake: mistake)
  }

  private func redirect(_ query: String) -> FixedFrontChannel {
    FixedFrontChannel { Redirect(url: Guide.redirectURI + "?" + query) }
  }

  private static let right = "code=c0de&state=\(Guide.state)"

  private func back(
    _ body: String = #"{"access_token":"a","token_type":"Bearer"}"#
  ) -> FixedBackChannel {
    FixedBackChannel { HTTPResponse(status: 200, body: Array(body.utf8)) }
  }

  @Test func `each channel is used once, with what the steps built`() async throws {
    let (front, back, performer) = (redirect(Self.right), back(), Watching())
    let tokens = try await flow().tokens(
      front: front, back: back, now: { 0 }, perform: performer)
    expect(tokens.accessToken.value, is: "a")
    expect(performer.numbers, is: [1, 2, 3, 4, 5])
    expect(front.requests.count == 1 && back.requests.count == 1)
    expect(front.requests.first?.query?.value(of: "code_challenge"), is: Guide.challenge)
    expect(back.requests.first?.form?.value(of: "code"), is: "c0de")
    expect(back.requests.first?.form?.value(of: "code_verifier"), is: Guide.verifier)
    // RFC 6749 §4.1.3: the redirect URI of both requests must be identical.
    let both = [front.requests.first?.query, back.requests.first?.form]
    expect(both.map { $0?.value(of: "redirect_uri") }, is: [Guide.redirectURI, Guide.redirectURI])
  }

  @Test func `the answer is timed after it came`() async throws {
    var events: [String] = []
    let back = FixedBackChannel {
      events.append("answer")
      return HTTPResponse(status: 410)
    }
    await #expect(throws: StepFailure.self) {
      try await flow().tokens(
        front: redirect(Self.right), back: back,
        now: {
          events.append("clock")
          return 0
        })
    }
    expect(events, is: ["answer", "clock"])
  }

  @Test func `a bad verifier or scope stops before the browser`() async throws {
    for flow in [try flow(verifier: "short"), try flow(scope: ""), try flow(scope: "a\"b")] {
      let (front, back) = (redirect(Self.right), back())
      await #expect(throws: StepFailure.self) {
        try await flow.tokens(front: front, back: back, now: { 0 })
      }
      expect(front.requests.isEmpty && back.requests.isEmpty)
    }
  }

  @Test(arguments: [
    "code=c0de", "code=c0de&state=x", "code=c0de&state=", "state=\(Guide.state)",
    "error=access_denied&state=\(Guide.state)", "\(right)&\(right)", "\(right)&x=%", "",
    "code=&state=\(Guide.state)",
  ])
  func `a bad redirect stops before the back channel`(query: String) async throws {
    let (front, back, performer) = (redirect(query), back(), Watching())
    await #expect(throws: StepFailure.self) {
      try await flow().tokens(front: front, back: back, now: { 0 }, perform: performer)
    }
    expect(front.requests.count, is: 1)
    expect(back.requests.isEmpty)
    expect(performer.numbers, is: [1, 2, 3])
  }

  @Test func `a missing secret stops before the back channel`() async throws {
    let back = back()
    let failure = try await #require(throws: StepFailure.self) {
      try await flow(client: Guide.client(.server, secret: nil)).tokens(
        front: redirect(Self.right), back: back, now: { 0 })
    }
    expect(failure.reason, is: .clientSecretMissing)
    expect(back.requests.isEmpty)
  }

  @Test func `what a channel throws comes out unchanged`() async throws {
    let back = back()
    await #expect(throws: NoAnswer.self) {
      try await flow().tokens(
        front: FixedFrontChannel { throw NoAnswer() }, back: back, now: { 0 })
    }
    expect(back.requests.isEmpty)
    let performer = Watching()
    await #expect(throws: NoAnswer.self) {
      try await flow().tokens(
        front: redirect(Self.right), back: FixedBackChannel { throw NoAnswer() }, now: { 0 },
        perform: performer)
    }
    expect(performer.numbers, is: [1, 2, 3, 4])
  }

  @Test func `a mistake changes one value of the token request, and no other`() async throws {
    let other = "Xq0mB4dWcVt8uH1yRk6JzLp3sEoAgN9iFf2TbQ7hMxY"
    let mistakes: [(DeliberateMistake, String, String)] = [
      (.otherVerifier(try CodeVerifier(other)), "code_verifier", other),
      (.otherRedirectURI(try RedirectURI("http://x/")), "redirect_uri", "http://x/"),
    ]
    for (mistake, name, value) in mistakes {
      let (front, back) = (redirect(Self.right), back())
      _ = try await flow(mistake: mistake).tokens(front: front, back: back, now: { 0 })
      let form = try #require(back.requests.first?.form)
      expect(form.value(of: name), is: value)
      expect(front.requests.first?.query?.value(of: "code_challenge"), is: Guide.challenge)
      expect(front.requests.first?.query?.value(of: "redirect_uri"), is: Guide.redirectURI)
    }
    let back = back()
    let secret = DeliberateMistake.otherSecret(ClientSecret("DEF457"))
    _ = try await flow(mistake: secret).tokens(
      front: redirect(Self.right), back: back, now: { 0 })
    // printf ABC123:DEF457 | base64
    let header = back.requests.first?.fields.value(of: "Authorization")
    expect(header, is: "Basic QUJDMTIzOkRFRjQ1Nw==")
  }
}
