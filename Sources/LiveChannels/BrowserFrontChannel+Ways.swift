import HTTPMessages
import LoopbackHTTP

extension BrowserFrontChannel {
  /// Starts listening where possible.
  ///
  /// - Returns: The servers, and the error to throw if there are none and the user pastes nothing.
  func servers(
    for handler: RedirectListener
  ) async throws -> (servers: [LoopbackServer], obstacle: any Error) {
    let noWay = BrowserFault.cannotReceive(redirectURI: redirectURI)
    guard listens, let address = LoopbackAddress(redirectURI) else {
      guard nextPastedLine != nil else { throw noWay }
      return ([], noWay)
    }
    do throws(LoopbackFault) {
      let servers = try address.listeners { host throws(LoopbackFault) in
        try LoopbackServer(
          host: host, port: address.port, limits: Self.limits, handler: handler)
      }
      return (servers, noWay)
    } catch {
      guard nextPastedLine != nil else { throw error }
      await tell(.cannotListen(error))
      return ([], error)
    }
  }

  /// Limits that suit a browser; an authorization response can make the URL long.
  private static let limits = LoopbackLimits(
    requestLine: 32 << 10, headerSection: 64 << 10, body: ExpectedRedirect.limit, connections: 64)

  /// Returns the first valid redirect that the user pastes, or `nil` at the end of input.
  func pastedRedirect(
    _ expected: ExpectedRedirect, _ reports: RejectionReports
  ) async -> Redirect? {
    guard let nextPastedLine else { return nil }
    // The limit stops a program that writes endless lines.
    for _ in 0..<1000 {
      guard let line = await nextPastedLine() else { return nil }
      let url = PastedLine.address(in: line)
      if url.isEmpty { continue }
      do throws(RedirectRejection) {
        return try expected.redirect(pasted: url)
      } catch {
        await reports.report(error, way: .pasting)
      }
    }
    return nil
  }
}

extension BrowserFrontChannel {
  /// Creates a channel that only listens, and reports only the URL to open.
  ///
  /// The user cannot paste a redirect, and invalid redirects are rejected silently.
  ///
  /// - Parameters:
  ///   - redirectURI: The client's redirect URI: `http`, a loopback host, and a port.
  ///   - timeout: The total time to wait for the user.
  ///   - statesMatch: Compares two states without revealing where they differ.
  ///   - open: Opens the URL in the browser, or asks the user to. It is called when the listener is
  ///     ready.
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
