import HTTPMessages
import Step2AuthorizationRequest
import TestSupport
import Testing
import Vocabulary

/// Authorization requests without a challenge, and those that ask for a token.
struct OtherResponseTypeTests {
  /// The server and the client of the examples of RFC 6749.
  private static let server = AuthorizationServer(
    name: "Example", authorizationEndpoint: "https://server.example.com/authorize",
    tokenEndpoint: "https://server.example.com/token",
    revocationEndpoint: "https://server.example.com/revoke",
    introspectionEndpoint: "https://server.example.com/introspect",
    profileEndpoint: "https://server.example.com/profile", scopes: [])

  private func step(
    _ type: ResponseType, server: AuthorizationServer = .fitbit, scope: String = Guide.scope,
    prompt: Prompt? = nil
  ) throws -> AuthorizationRequest {
    AuthorizationRequest(
      server: server, client: try Guide.client(), scope: Scope(scope),
      state: State(Guide.state), responseType: type, prompt: prompt)
  }

  @Test(arguments: [
    // The examples of RFC 6749 §4.1.1 and §4.2.1: the same parameters but for response_type.
    (ResponseType.code(challenge: nil), "code"), (.token(nil), "token"),
  ])
  func `the example of RFC 6749 comes out`(type: ResponseType, name: String) throws {
    let redirectURI = "https://client.example.com/cb"
    let client = try Guide.client(identifier: "s6BhdRkqt3", redirectURI: redirectURI)
    let request = try AuthorizationRequest(
      server: Self.server, client: client, scope: Scope("sleep"), state: State("xyz"),
      responseType: type
    ).output()
    let parts = URLParts(request.url)
    expect(request.method == "GET" && request.body.isEmpty && request.fields.isEmpty)
    expect(parts.withoutQueryAndFragment, is: "https://server.example.com/authorize")
    // The example has no scope; this program always asks for one.
    let pairs = request.query?.pairs.filter { $0.name != "scope" } ?? []
    let example = [
      Form.Pair("response_type", name), Form.Pair("client_id", "s6BhdRkqt3"),
      Form.Pair("state", "xyz"), Form.Pair("redirect_uri", redirectURI),
    ]
    expect(Set(pairs), is: Set(example))
    expect(pairs.count, is: example.count)
    // As it stands in the example, but for the full stops, which need no escape (RFC 3986 §2.3).
    expect(request.url.contains("redirect_uri=https%3A%2F%2Fclient.example.com%2Fcb"))
  }

  @Test func `without a challenge nothing of PKCE is sent`() throws {
    let names = try step(.code(challenge: nil)).output().query?.pairs.map(\.name)
    expect(names, is: ["response_type", "client_id", "redirect_uri", "scope", "state"])
  }

  @Test func `the lifetimes are those of Fitbit's guide, and without one the server chooses`()
    throws
  {
    expect(ImplicitLifetime.allCases.map(\.seconds), is: [86400, 604800, 2_592_000, 31_536_000])
    expect(try step(.token(nil)).output().query?.value(of: "expires_in"), is: nil)
  }

  @Test(arguments: ImplicitLifetime.allCases)
  func `a proposed lifetime is sent as expires_in`(lifetime: ImplicitLifetime) throws {
    let query = try step(.token(lifetime)).output().query
    expect(query?.value(of: "response_type"), is: "token")
    expect(query?.value(of: "expires_in"), is: String(lifetime.seconds))
    expect(query?.value(of: "code_challenge"), is: nil)
    expect(query?.value(of: "code_challenge_method"), is: nil)
    expect(query?.repeatedNames.isEmpty, is: true)
  }

  @Test func `prompt is the last parameter of every type, and every input is explained`() throws {
    for type in [ResponseType.code(challenge: nil), .token(nil), .token(.oneWeek)] {
      for prompt in [Prompt.consent, .login] {
        let step = try step(type, prompt: prompt)
        expect(try step.output().query?.pairs.last, is: Form.Pair("prompt", prompt.rawValue))
        for input in step.inputs { expect(input.reference != nil, "\(input.name)") }
      }
    }
  }

  @Test func `a bad scope is refused whatever is asked for`() throws {
    for type in [ResponseType.code(challenge: nil), .token(.oneDay)] {
      expect(try step(type, scope: "").failure?.reason, is: .scopeInvalid)
      expect(try step(type, scope: "a\"b").failure?.reason, is: .scopeInvalid)
    }
  }

  private func remarks(_ type: ResponseType) throws -> String {
    let step = try step(type)
    let texts = step.run().notes.map { note in
      if case .remark(let text) = note { text } else { "" }
    }
    return texts.joined(separator: "\n")
  }

  @Test func `each risky request warns of its own risk`() throws {
    // The guide: only server applications may omit PKCE. RFC 9700 §2.1.2 on the implicit grant.
    let plain = try remarks(.code(challenge: nil))
    expect(plain.contains("code_challenge") && plain.contains("server application"))
    expect(!plain.contains("implicit"))
    let implicit = try remarks(.token(.oneDay))
    expect(implicit.contains("recognize and replace this flow") && implicit.contains("§2.1.2"))
    expect(!implicit.contains("step 4"))
    let safe = try remarks(
      .code(challenge: CodeChallenge(Guide.challenge, method: .s256)))
    expect(!safe.contains("recognize and replace") && !safe.contains("There is no code_challenge"))
  }
}
