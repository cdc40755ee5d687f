import HTTPMessages
import LiveChannels
import LoopbackHTTP
import Terminal
import Vocabulary

/// Tells the user what happens while the program waits for the browser, and opens it.
struct BrowserConversation: Sendable {
  package let console: any Console
  /// The environment variables, among them `BROWSER`.
  package let environment: [String: String]
  package let redirectURI: String
  /// Whether to open the browser, or only to print the address.
  let opensBrowser: Bool

  package func callAsFunction(_ event: BrowserEvent) async {
    switch event {
    case .waiting(let url, let ways): await begin(url, ways)
    case .refused(let rejection, let way, let isLastReported):
      console.hint(text(rejection, way))
      if isLastReported { console.hint("There were many of these. No more of them are shown.\n") }
    case .cannotListen(let fault):
      console.hint(
        """
        \(fault) So the browser cannot come back to this program.
        Whatever answers there instead sees what the browser brings. You may end it and start
        again, or go on and paste the address.

        """)
    }
  }

  private func begin(_ url: String, _ ways: Set<BrowserWay>) async {
    let heading =
      opensBrowser
      ? "Open this in your browser, if it does not open by itself:" : "Open this in your browser:"
    console.hint("\n\(heading)\n\(Harmless.line(url))\n\n\(waiting(ways))\n")
    guard opensBrowser else { return }
    let outcome = await BrowserOpening.open(url, environment: environment)
    if let trouble = Self.text(outcome) { console.hint("\(trouble) Open the address yourself.\n") }
  }

  private func waiting(_ ways: Set<BrowserWay>) -> String {
    guard ways.contains(.pasting) else { return "Waiting for you …" }
    guard ways.contains(.listener) else {
      return """
        Waiting for you … In the end your browser goes to
        \(Harmless.line(redirectURI))
        Copy the whole address that it shows then, even if the page is broken, paste it here
        and press Return.
        """
    }
    return """
      Waiting for you …
      If your browser runs on another machine it cannot come back here by itself. Then copy
      the whole address at which it ends, paste it here and press Return.
      """
  }

  private func text(_ rejection: RedirectRejection, _ way: BrowserWay) -> String {
    switch way {
    // Somebody may be typing when it comes.
    case .listener: "\nA redirect came. \(rejection) It was not used.\nStill waiting …\n"
    case .pasting:
      """
      What you pasted was not used. \(rejection)
      Still waiting for an address that begins with \(Harmless.line(redirectURI)) …

      """
    }
  }

  /// Why no browser opened; `nil` if one did.
  private static func text(_ outcome: BrowserOpening.Outcome) -> String? {
    switch outcome {
    case .started: nil
    case .notWebURL: "No browser was opened: this is no web address."
    case .noDesktop: "No browser was opened: there is no desktop here, and BROWSER is not set."
    case .notInstalled(let programs):
      "No browser was opened: \(Harmless.line(programs.joined(separator: ", "))) cannot be found."
    case .failed(let program): "No browser was opened: \(Harmless.line(program)) failed."
    }
  }
}

extension BrowserConversation {
  /// The front channel that tells all this, and takes the redirect from the browser or from a line.
  ///
  /// - Parameter timeout: How long to wait for the user.
  /// - Returns: The channel.
  package func channel(timeout: Duration = .seconds(300)) -> BrowserFrontChannel {
    BrowserFrontChannel(
      redirectURI: redirectURI, timeout: timeout,
      nextPastedLine: { [console] in await console.nextLine() },
      statesMatch: { sent, received in State(sent).matches(received) },
      tell: { await self($0) })
  }
}
