import HTTPMessages
import LoopbackHTTP

extension BrowserFrontChannel {
  /// Listens where that is possible.
  ///
  /// - Returns: The servers, and what to throw if there are none and nobody pastes anything.
  func servers(
    for handler: RedirectListener
  ) async throws -> (servers: [LoopbackServer], obstacle: any Error) {
    let nobody = BrowserFault.noWayToReceive(redirectURI: redirectURI)
    guard listens, let address = LoopbackAddress(redirectURI) else {
      guard nextPastedLine != nil else { throw nobody }
      return ([], nobody)
    }
    do throws(LoopbackFault) {
      let servers = try address.listeners { host throws(LoopbackFault) in
        try LoopbackServer(
          host: host, port: address.port, limits: Self.limits, handler: handler)
      }
      return (servers, nobody)
    } catch {
      guard nextPastedLine != nil else { throw error }
      await tell(.cannotListen(error))
      return ([], error)
    }
  }

  /// What a browser needs, and no more; an answer of the server may make a long address.
  private static let limits = LoopbackLimits(
    requestLine: 32 << 10, headerSection: 64 << 10, body: ExpectedRedirect.limit, connections: 64)

  /// The first right address that the user pastes; `nil` when nothing more comes.
  func pastedRedirect(
    _ expected: ExpectedRedirect, _ reports: RejectionReports
  ) async -> Redirect? {
    guard let nextPastedLine else { return nil }
    // A program that writes lines without end must not keep this one busy.
    for _ in 0..<1000 {
      guard let line = await nextPastedLine() else { return nil }
      let address = PastedLine.address(in: line)
      if address.isEmpty { continue }
      do throws(RedirectRejection) {
        return try expected.redirect(pasted: address)
      } catch {
        await reports.report(error, way: .pasting)
      }
    }
    return nil
  }
}

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
