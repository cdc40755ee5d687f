import Flows
import HTTPMessages
import TestSupport
import Testing
import Vocabulary

/// The flows without PKCE with channels written by hand: what reaches which channel.
struct OtherFlowTests {
  struct NoAnswer: Error {}

  private func plain(
    scope: String = "sleep", mistake: DeliberateMistake? = nil
  ) throws -> AuthorizationCodeWithoutPKCE {
    AuthorizationCodeWithoutPKCE(
      Transaction(
        server: .fitbit, client: try Guide.client(), scope: Scope(scope),
        state: State(Guide.state), origin: .live), mistake: mistake)
  }

  private func implicit(scope: String = "sleep") throws -> ImplicitGrant {
    ImplicitGrant(
      Transaction(
        server: .fitbit, client: try Guide.client(.client), scope: Scope(scope),
        state: State(Guide.state), origin: .live), lifetime: .oneWeek)
  }

  private func own(
    _ type: ApplicationType = .server, mistake: DeliberateMistake? = nil
  ) throws -> ClientCredentialsGrant {
    ClientCredentialsGrant(
      server: .fitbit, client: try Guide.client(type), mistake: mistake, origin: .live)
  }

  private func front(_ rest: String) -> FixedFrontChannel {
    FixedFrontChannel { Redirect(url: Guide.redirectURI + rest, status: 302) }
  }

  private func back(
    _ body: String = #"{"access_token":"a","token_type":"Bearer"}"#
  ) -> FixedBackChannel {
    FixedBackChannel { HTTPResponse(status: 200, body: Array(body.utf8)) }
  }

  private static let code = "?code=c0de&state=\(Guide.state)"

  @Test func `the plain code flow has steps 2 to 5 and both channels`() async throws {
    let (front, back, performer) = (front(Self.code), back(), WatchingPerformer())
    let tokens = try await plain().tokens(
      front: front, back: back, now: { 0 }, perform: performer)
    expect(tokens.accessToken.value, is: "a")
    expect(performer.numbers, is: [2, 3, 4, 5])
    expect(performer.numbers, is: Flow.code.about.steps.map(\.rawValue))
    expect(front.requests.count == 1 && back.requests.count == 1)
    let query = try #require(front.requests.first?.query)
    expect(query.value(of: "response_type"), is: "code")
    expect(query.value(of: "code_challenge"), is: nil)
    let form = try #require(back.requests.first?.form)
    expect(form.value(of: "code") == "c0de" && form.value(of: "code_verifier") == nil)
    let header = back.requests.first?.fields.value(of: "Authorization")
    expect(header, is: Guide.basicHeader)
    // RFC 6749 §4.1.3: the redirect URI of both requests must be identical.
    expect(query.value(of: "redirect_uri"), is: form.value(of: "redirect_uri"))
  }

  @Test func `the implicit flow has steps 2 and 3 and never the back channel`() async throws {
    let (front, back, performer) = (front(TestImplicitResponse.good), back(), WatchingPerformer())
    let tokens = try await implicit().tokens(
      front: front, back: back, now: { 0 }, perform: performer)
    expect(tokens.accessToken.value, is: "2YotnFZFEjr1zCsicMWpAA")
    expect(tokens.refreshToken, is: nil)
    expect(performer.numbers, is: [2, 3])
    expect(performer.numbers, is: Flow.implicit.about.steps.map(\.rawValue))
    expect(front.requests.count == 1 && back.requests.isEmpty)
    let query = try #require(front.requests.first?.query)
    expect(query.value(of: "response_type"), is: "token")
    expect(query.value(of: "expires_in"), is: "604800")
    expect(query.value(of: "code_challenge"), is: nil)
  }

  @Test func `client credentials have steps 4 and 5 and never the browser`() async throws {
    let (front, back, performer) = (front(Self.code), back(), WatchingPerformer())
    let tokens = try await own().tokens(front: front, back: back, now: { 0 }, perform: performer)
    expect(tokens.accessToken.value, is: "a")
    expect(performer.numbers, is: [4, 5])
    expect(performer.numbers, is: Flow.clientCredentials.about.steps.map(\.rawValue))
    expect(front.requests.isEmpty && back.requests.count == 1)
    let request = try #require(back.requests.first)
    expect(String(decoding: request.body, as: UTF8.self), is: "grant_type=client_credentials")
    expect(request.fields.value(of: "Authorization"), is: Guide.basicHeader)
  }

  static let badRedirects: [(flow: Flow, rest: String)] =
    [
      "?code=c0de", "?code=c0de&state=x", "?state=\(Guide.state)", "?", "?code=&state=x",
      "?error=access_denied&state=\(Guide.state)", TestImplicitResponse.good,
    ].map { (.code, $0) }
    + ["", "#state=x", "#error=access_denied&state=\(Guide.state)", code].map { (.implicit, $0) }

  @Test(arguments: badRedirects)
  func `a bad redirect gives no token, and nothing is sent afterwards`(
    flow: Flow, rest: String
  ) async throws {
    let (front, back, performer) = (front(rest), back(), WatchingPerformer())
    let grant: any GrantFlow = flow == .code ? try plain() : try implicit()
    await #expect(throws: StepFailure.self) {
      try await grant.tokens(front: front, back: back, now: { 0 }, perform: performer)
    }
    expect(performer.numbers, is: [2, 3])
    expect(front.requests.count == 1 && back.requests.isEmpty)
  }

  @Test func `a bad scope, or an application that may not, stops before any server`() async throws {
    let flows: [any GrantFlow] = [
      try plain(scope: ""), try implicit(scope: "a\"b"), try own(.client), try own(.personal),
    ]
    for flow in flows {
      let (front, back) = (front(Self.code), back())
      await #expect(throws: StepFailure.self) {
        try await flow.tokens(front: front, back: back, now: { 0 })
      }
      expect(front.requests.isEmpty && back.requests.isEmpty)
    }
  }

  @Test func `what a channel throws comes out unchanged`() async throws {
    let silentFront = FixedFrontChannel { throw NoAnswer() }
    let silentBack = FixedBackChannel { throw NoAnswer() }
    for flow in [try plain(), try implicit()] as [any GrantFlow] {
      await #expect(throws: NoAnswer.self) {
        try await flow.tokens(front: silentFront, back: back(), now: { 0 })
      }
    }
    for flow in [try plain(), try own()] as [any GrantFlow] {
      await #expect(throws: NoAnswer.self) {
        try await flow.tokens(front: front(Self.code), back: silentBack, now: { 0 })
      }
    }
  }

  @Test func `a mistake changes one value of the token request, and no other`() async throws {
    let address = DeliberateMistake.otherRedirectURI(try RedirectURI("http://x/"))
    let secret = DeliberateMistake.otherSecret(ClientSecret("DEF457"))
    let back = back()
    _ = try await plain(mistake: address).tokens(
      front: front(Self.code), back: back, now: { 0 })
    expect(back.requests.last?.form?.value(of: "redirect_uri"), is: "http://x/")
    expect(back.requests.last?.form?.value(of: "code"), is: "c0de")
    // printf ABC123:DEF457 | base64
    let header = "Basic QUJDMTIzOkRFRjQ1Nw=="
    _ = try await plain(mistake: secret).tokens(
      front: front(Self.code), back: back, now: { 0 })
    expect(back.requests.last?.fields.value(of: "Authorization"), is: header)
    _ = try await own(mistake: secret).tokens(front: front(""), back: back, now: { 0 })
    expect(back.requests.last?.fields.value(of: "Authorization"), is: header)
  }
}
