import Channels
import HTTPMessages
import LiveChannels
import TestSupport
import Testing
import Vocabulary

@testable import Runs

/// The question whether a server answers, before the browser is sent there.
struct ProbeTests {
  private static let redirect = Redirect(url: "http://127.0.0.1:8089/callback?code=c")
  private static let mine = AuthorizationServer(
    name: "Mine", authorizationEndpoint: "https://a.example/authorize?p=1",
    tokenEndpoint: "https://a.example/token")

  /// What is asked and said, and how often the browser is sent.
  private func probe(
    _ server: AuthorizationServer, _ answer: @escaping () throws -> HTTPResponse
  ) async -> (url: String?, said: String, visits: Int, error: (any Error)?) {
    let (browser, back) = (FixedFrontChannel { Self.redirect }, FixedBackChannel(answer))
    let console = TestConsole()
    let front = LiveFrontChannel(server: server, browser: browser, back: back, console: console)
    let error = await failure(of: {
      _ = try await front.redirect(for: HTTPRequest(method: "GET", url: "https://a.example/x"))
    })
    return (back.requests.first?.url, console.errors, browser.requests.count, error)
  }

  @Test(arguments: [200, 302, 400, 404, 405, 500, 501, 503])
  func `any answer but 410 sends the browser, and a fault of the server is a warning`(
    status: Int
  ) async {
    let (url, said, visits, error) = await probe(Self.mine) { HTTPResponse(status: status) }
    expect(url, is: "https://a.example/authorize?p=1")
    expect(error == nil && visits == 1)
    expect(said.contains("Warning: "), is: status >= 500)
  }

  @Test func `410 and a server that is not there end the walk`() async {
    let gone = await probe(Self.mine) { HTTPResponse(status: 410) }
    expect((gone.error as? StepFailure)?.reason, is: .gone)
    for fault in [BackChannelFault.refused("a:1"), .noSuchHost("a"), .notConnected] {
      let (_, _, visits, error) = await probe(Self.mine) { throw fault }
      expect(error as? BackChannelFault, is: fault)
      expect(visits, is: 0)
    }
  }

  @Test func `what only this program may lack is a warning`() async {
    let faults: [BackChannelFault] = [
      .certificate(host: "a", reason: "self-signed"), .timedOut(seconds: 30), .brokenOff("a"),
      .notHTTP("a"), .tooLarge(limit: 1), .proxy("no"), .other("no"),
    ]
    for fault in faults {
      let (_, said, visits, error) = await probe(Self.mine) { throw fault }
      expect(error == nil && visits == 1, "\(fault)")
      expect(said.contains("Warning: "), "\(fault)")
    }
  }

  @Test func `the practice server is asked for its front page, which it rejects to nobody`() async {
    let server = AuthorizationServer.practice(at: "http://127.0.0.1:8088")
    let (url, said, _, _) = await probe(server) { HTTPResponse(status: 200) }
    expect(url, is: "http://127.0.0.1:8088/")
    expect(!said.contains("Warning"))
  }
}
