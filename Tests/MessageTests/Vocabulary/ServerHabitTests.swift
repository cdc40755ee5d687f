import TestSupport
import Testing

@testable import Vocabulary

/// What holds at one server is said there, and nowhere else.
struct ServerHabitTests {
  private static let vendors = ["Fitbit", "Google"]

  /// A server of nobody in particular, with a parameter of its own.
  private static let mine = AuthorizationServer(
    name: "Mine", authorizationEndpoint: "https://mine.example/authorize",
    tokenEndpoint: "https://mine.example/token",
    authorizationParameters: [
      AuthorizationParameter("audience", "api", purpose: "Which API the token is for.")
    ])

  /// The servers, each with the vendors that its texts may name.
  private static let servers: [(server: AuthorizationServer, vendors: [String])] = [
    (mine, []), (.googleHealth, ["Google"]),
    // Fitbit is Google's, and its old addresses have answered with Google's error object.
    (.fitbit, vendors), (.practice(at: "http://127.0.0.1:8088"), vendors),
  ]

  private static func names(in place: Place) -> Set<String> {
    Set(Glossary.entries.filter { $0.place == place }.flatMap(\.entries).map(\.name))
  }

  @Test(arguments: servers)
  func `no meaning and no source names another vendor`(
    server: AuthorizationServer, vendors: [String]
  ) {
    let others = Self.vendors.filter { !vendors.contains($0) }
    var count = 0
    for place in Place.allCases {
      for name in Self.names(in: place) {
        for message in ["token-response", "metadata-response"] {
          let part = Parameter(name, "1", in: place, origin: .live)
            .explained(in: message, at: server)
          let text = part.meaning + (part.reference?.text ?? "")
          expect(others.filter(text.contains), is: [], "\(name) in \(place) at \(server.name)")
          count += 1
        }
      }
    }
    expect(count > 300)
  }

  @Test(arguments: servers)
  func `no other words of a server name another vendor`(
    server: AuthorizationServer, vendors: [String]
  ) {
    let others = Self.vendors.filter { !vendors.contains($0) }
    let words = server.habits.flatMap(\.words.values)
    let failures = server.habits.flatMap(\.failures.values)
    let texts = words + failures.flatMap { [$0.text, $0.reference.text] }
    expect(texts.isEmpty, is: server.name == "Mine")
    for text in texts { expect(others.filter(text.contains), is: [], "\(text)") }
  }

  @Test func `a server's entry goes before the general one, and a message's before that of any`()
    throws
  {
    func code(_ server: AuthorizationServer?) -> String? {
      Glossary.entry(named: "code", in: .authorizationResponse, at: server)?.meaning
    }
    expect(code(.fitbit)?.contains("valid for 10 minutes"), is: true)
    expect(code(.practice(at: "http://a.example")), is: code(.fitbit))
    expect(code(Self.mine), is: code(nil))
    expect(code(nil)?.contains("Fitbit"), is: false)
    // RFC 9111 §5.2.2.5: no-store is about any response; a description has no tokens in it.
    let field = { Glossary.entry(named: "cache-control", in: .responseField, of: $0)?.meaning }
    expect(field("token-response")?.contains("tokens"), is: true)
    expect(field("metadata-response")?.contains("tokens"), is: false)
    expect(field(nil)?.contains("tokens"), is: false)
  }

  @Test func `a name that only another server sends is unknown, and still a secret if it is one`() {
    let part = Parameter("errors", "[]", in: .tokenResponse, origin: .live)
    expect(part.explained(in: "token-response", at: .fitbit).reference != nil)
    for server in [Self.mine, .googleHealth] {
      let told = part.explained(in: "token-response", at: server)
      expect(told.meaning == Glossary.unknown && told.reference == nil)
    }
    let token = Parameter("refresh_token", "r", in: .tokenResponse, origin: .live)
    for (server, _) in Self.servers {
      expect(token.explained(in: "token-response", at: server).isSecret)
    }
  }

  @Test func `a server's own parameter shows its purpose, and only with the server's own value`() {
    func meaning(_ name: String, _ value: String, _ server: AuthorizationServer) -> String {
      Parameter(name, value, in: .authorizationRequest, origin: .computed)
        .explained(in: "authorization-request", at: server).meaning
    }
    expect(meaning("audience", "api", Self.mine), is: "Which API the token is for.")
    expect(meaning("audience", "other", Self.mine), is: Glossary.unknown)
    for own in AuthorizationServer.googleHealth.authorizationParameters {
      expect(meaning(own.name, own.value, .googleHealth), is: own.purpose)
    }
    // A prompt that the user chose is explained as it is everywhere.
    let chosen = meaning("prompt", "login", .googleHealth)
    expect(chosen.contains("consent, sign-in"))
  }

  @Test func `the list of all entries says which server adds what`() throws {
    let table = try #require(Glossary.entries.first { $0.place == .tokenResponse })
    let meanings = table.entries.filter { $0.name == "refresh_token" }.map(\.meaning)
    expect(meanings.count, is: 3)
    expect(meanings.filter { $0.hasPrefix("At Fitbit: ") }.count, is: 1)
    expect(meanings.filter { $0.hasPrefix("At Google Health: ") }.count, is: 1)
    let fields = try #require(Glossary.entries.first { $0.place == .responseField }).entries
    expect(fields.contains { $0.meaning.hasPrefix("Metadata response: ") })
    expect(fields.contains { $0.meaning.hasPrefix("At the practice server: ") })
  }
}
