import HTTPMessages
import LiveChannels
import LoopbackHTTP
import Terminal
import Vocabulary

/// The messages to the user during the wait for the browser, which it also opens.
struct BrowserConversation: Sendable {
  package let console: any Console
  /// The environment variables, among them `BROWSER`.
  package let environment: [String: String]
  package let redirectURI: String
  /// Whether to open the browser, instead of only printing the URL.
  let opensBrowser: Bool

  package func callAsFunction(_ event: BrowserEvent) async {
    switch event {
    case .waiting(let url, let ways): await begin(url, ways)
    case .refused(let rejection, let way, let isLastReported):
      console.hint(text(rejection, way))
      if isLastReported { console.hint("There were many of these. No more are shown.\n") }
    case .cannotListen(let fault):
      console.hint(
        """
        \(fault) So the browser cannot return to this program.
        Any program that listens there instead receives the redirect. Stop it and
        start again, or continue and paste the URL.

        """)
    }
  }

  private func begin(_ url: String, _ ways: Set<BrowserWay>) async {
    let heading =
      opensBrowser
      ? "Open this URL in your browser if it does not open by itself:"
      : "Open this URL in your browser:"
    console.hint("\n\(heading)\n\(Harmless.line(url))\n\n\(waiting(ways))\n")
    guard opensBrowser else { return }
    let outcome = await BrowserOpening.open(url, environment: environment)
    if let trouble = Self.text(outcome) { console.hint("\(trouble) Open the URL yourself.\n") }
  }

  private func waiting(_ ways: Set<BrowserWay>) -> String {
    guard ways.contains(.pasting) else { return "Waiting for you …" }
    guard ways.contains(.listener) else {
      return """
        Waiting for you … Your browser ends at
        \(Harmless.line(redirectURI))
        Paste the whole URL that it shows there, even if the page is broken, and
        press Return.
        """
    }
    return """
      Waiting for you …
      If your browser is on another machine, it cannot return here. Paste the whole
      URL that it ends at, and press Return.
      """
  }

  private func text(_ rejection: RedirectRejection, _ way: BrowserWay) -> String {
    switch way {
    // The user may be typing when it arrives.
    case .listener: "\nUnexpected redirect. \(rejection) It was ignored.\nStill waiting …\n"
    case .pasting:
      """
      The pasted text was ignored. \(rejection)
      Still waiting for a URL that starts with \(Harmless.line(redirectURI)) …

      """
    }
  }

  /// Returns the reason that no browser opened, or `nil` if one did.
  private static func text(_ outcome: BrowserOpening.Outcome) -> String? {
    switch outcome {
    case .started: nil
    case .notWebURL: "No browser was opened: this is not a web URL."
    case .noDesktop: "No browser was opened: there is no desktop here, and BROWSER is not set."
    case .notInstalled(let programs):
      "No browser was opened: \(Harmless.line(programs.joined(separator: ", "))) was not found."
    case .failed(let program): "No browser was opened: \(Harmless.line(program)) failed."
    }
  }
}

extension BrowserConversation {
  /// Returns the front channel that reads the redirect from the browser or from a pasted line.
  ///
  /// - Parameter timeout: The time to wait for the user.
  /// - Returns: The channel.
  package func channel(timeout: Duration = .seconds(300)) -> BrowserFrontChannel {
    BrowserFrontChannel(
      redirectURI: redirectURI, timeout: timeout,
      nextPastedLine: { [console] in await console.nextLine() },
      statesMatch: { sent, received in State(sent).matches(received) },
      tell: { await self($0) })
  }
}
