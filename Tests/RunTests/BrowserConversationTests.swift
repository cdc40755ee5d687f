import LiveChannels
import LoopbackHTTP
import TestSupport
import Testing

@testable import Runs

/// What stands on the screen while the program waits for the browser.
struct BrowserConversationTests {
  private static let url = "https://as.example/authorize?state=s"
  private static let uri = "http://127.0.0.1:8089/callback"

  private func said(
    _ event: BrowserEvent, at uri: String = uri, opening environment: [String: String]? = nil
  ) async -> String {
    let console = TestConsole()
    let conversation = BrowserConversation(
      console: console, environment: environment ?? [:], redirectURI: uri,
      opensBrowser: environment != nil)
    await conversation(event)
    expect(console.output.isEmpty)
    return console.errors
  }

  @Test func `the address stands on a line of its own`() async {
    for ways: Set<BrowserWay> in [[.listener], [.pasting], [.listener, .pasting]] {
      let text = await said(.waiting(url: Self.url, ways: ways))
      expect(text.contains("\n\(Self.url)\n") && text.contains("Waiting for you …"))
      expect(text.contains("Paste the whole"), is: ways.contains(.pasting))
      expect(text.contains(Self.uri), is: !ways.contains(.listener))
    }
  }

  @Test func `without a browser or a port it says so, and what to do`() async {
    let start = BrowserEvent.waiting(url: Self.url, ways: [.listener])
    let environment = ["BROWSER": "/nowhere/browser", "PATH": "/nowhere"]
    let text = await said(start, opening: environment)
    expect(text.contains("No browser was opened") && text.contains("Open the URL yourself."))
    expect(!(await said(start)).contains("No browser was opened"))
    // A taken port is named, with what follows from it.
    let taken = await said(.cannotListen(.portTaken(8089)))
    expect(taken.contains("Port 8089 is taken by another program."))
    expect(taken.contains("paste the URL"))
  }

  @Test(arguments: BrowserWay.allCases)
  func `every rejection says why, and that the wait goes on`(way: BrowserWay) async {
    for rejection in RedirectRejection.allCases {
      let text = await said(.refused(rejection, way: way, isLastReported: false))
      expect(text.contains(rejection.description) && text.contains("Still waiting"))
      expect(text.contains("was ignored") && !text.contains("No more"))
    }
    let last = await said(.refused(.stateMissing, way: way, isLastReported: true))
    expect(last.contains("No more are shown."))
  }

  @Test func `what comes from a server's description cannot write on the screen`() async {
    let text = await said(
      .waiting(url: "https://a/\u{1B}[2J", ways: [.pasting]), at: "https://b/\u{202E}")
    expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
  }

  @Test func `no line is too wide for a terminal`() async {
    var texts = [await said(.cannotListen(.portTaken(8089)))]
    for ways: Set<BrowserWay> in [[.listener], [.pasting], [.listener, .pasting]] {
      texts.append(await said(.waiting(url: "https://a", ways: ways)))
    }
    for rejection in RedirectRejection.allCases {
      for way in BrowserWay.allCases {
        texts.append(await said(.refused(rejection, way: way, isLastReported: true)))
      }
    }
    for line in texts.flatMap({ $0.split(separator: "\n") }) {
      expect(line.count <= 100, "\(line)")
    }
  }
}
