extension BrowserFrontChannel {
  /// Sets the channel up for a program that only listens, and tells nothing but the address.
  ///
  /// Nobody can paste a redirect, and one that is refused is refused in silence.
  ///
  /// - Parameters:
  ///   - redirectURI: Where the browser comes back to: `http`, a loopback host and a port.
  ///   - timeout: How long to wait for the user, in all.
  ///   - statesMatch: Compares the states, without giving away where they differ.
  ///   - open: Opens the address in the browser, or asks the user to; called once the listener stands.
  public init(
    redirectURI: String, timeout: Duration = .seconds(300),
    statesMatch: @escaping @Sendable (_ sent: String, _ received: String) -> Bool,
    open: @escaping @Sendable (_ url: String) async -> Void
  ) {
    self.init(
      redirectURI: redirectURI, timeout: timeout, nextPastedLine: nil, statesMatch: statesMatch
    ) { event in
      guard case .waiting(let url, _) = event else { return }
      await open(url)
    }
  }
}
