import Channels
import Foundation
import HTTPMessages
import TestSupport
import Testing
import Vocabulary

@testable import PracticeServer
@testable import Runs
@testable import workbench

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// `--browser`, with a browser that does nothing: the test goes where the hint says.
@Suite(.timeLimit(.minutes(1)))
struct BrowsedCourseTests {
  private func request(_ route: Route, _ redirectURI: String) -> HTTPRequest {
    let form = Form([
      Form.Pair("response_type", "code"), Form.Pair("client_id", "CLI001"),
      Form.Pair("redirect_uri", redirectURI), Form.Pair("scope", "activity"),
      Form.Pair("state", "s"),
      Form.Pair("code_challenge", "-4cf-Mzo_qg9-uq0F4QwWhRh4AjcAqNx7SbYVsdmyQM"),
      Form.Pair("code_challenge_method", "S256"),
    ])
    return HTTPRequest(
      method: "GET", url: route.server.authorizationEndpoint + "?" + form.encoded)
  }

  @Test func `the hint goes to the console of the run, and the code into the ledger`() async throws
  {
    let bench = try Bench.practising()
    let redirectURI = "http://127.0.0.1:\(try UnusedHandler.freePort())/callback"
    let console = TestConsole()
    let surroundings = Surroundings(
      arguments: [], environment: ["BROWSER": "true"], console: console,
      now: { Bench.time },
      randomOctets: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } })
    let server = PracticeServer(
      configuration: PracticeConfiguration(
        baseURL: "http://127.0.0.1:8088",
        clients: PracticeClient.standard.map { $0.registering([redirectURI]) }),
      now: surroundings.now, randomOctets: surroundings.randomOctets)
    let file = LedgerFile(nextTo: SessionStore(path: bench.session, console: TestConsole()))
    let route = try await Route.browsed(
      server, keeping: file, redirectURI: redirectURI, timeout: .seconds(300), surroundings)
    defer { route.close() }
    let asking = request(route, redirectURI)
    let answer = await server.respond(to: asking, deciding: UserDecision.allow)
    let location = try #require(answer.response.fields.value(of: "Location"))
    async let visited = visit(location)
    expect(try await route.front.redirect(for: asking).url.hasPrefix(redirectURI + "?code="))
    expect(try await visited, is: 200)
    expect(console.errors.contains("\n\(asking.url)\n"))
    let code = try #require(
      URLParts(location).query.flatMap { try? Form(decoding: $0) }?.value(of: "code"))
    expect(try file.read().codes[code] != nil)
  }

  /// The status at an address, as soon as somebody listens there.
  private func visit(_ address: String) async throws -> Int? {
    let url = try #require(URL(string: address))
    for _ in 0..<500 {
      if let (_, response) = try? await URLSession.shared.data(from: url) {
        return (response as? HTTPURLResponse)?.statusCode
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    return nil
  }
}
