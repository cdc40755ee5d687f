import LiveChannels
import Terminal
import Vocabulary

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
