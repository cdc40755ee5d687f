public import Channels
public import HTTPMessages
import LoopbackHTTP

/// The front channel through the user's own browser.
///
/// The browser opens the authorization request, and a listener at the redirect URI waits for the
/// redirect (RFC 8252 §7.3). The user can paste the redirect instead. The first valid one ends the
/// wait. Any other, such as one with a different state, is rejected with an explanation.
public struct BrowserFrontChannel: FrontChannel, Sendable {
  let redirectURI: String
  let timeout: Duration
  let listens: Bool
  let nextPastedLine: (@Sendable () async -> String?)?
  let statesMatch: @Sendable (_ sent: String, _ received: String) -> Bool
  let tell: @Sendable (BrowserEvent) async -> Void
  /// The time that the browser has to fetch the last page.
  var patience = Duration.seconds(1)

  /// Creates the channel; it does not listen yet.
  ///
  /// - Parameters:
  ///   - redirectURI: The client's redirect URI. A listener requires `http`, a loopback host, and a
  ///     port; a redirect to any other URI can only be pasted.
  ///   - timeout: The total time to wait for the user.
  ///   - listens: Whether to listen where possible.
  ///   - nextPastedLine: Waits for the next line that the user enters. It returns `nil` at the end
  ///     of input and when the task is canceled. If this is `nil`, the user cannot paste.
  ///   - statesMatch: Compares two states without revealing where they differ.
  ///   - tell: Reports events to the user, and opens the browser when the wait starts.
  public init(
    redirectURI: String, timeout: Duration = .seconds(300), listens: Bool = true,
    nextPastedLine: (@Sendable () async -> String?)?,
    statesMatch: @escaping @Sendable (_ sent: String, _ received: String) -> Bool,
    tell: @escaping @Sendable (BrowserEvent) async -> Void
  ) {
    self.redirectURI = redirectURI
    self.timeout = timeout
    self.listens = listens
    self.nextPastedLine = nextPastedLine
    self.statesMatch = statesMatch
    self.tell = tell
  }

  /// Asks the user to open the request's URL, and waits for the redirect.
  ///
  /// If the browser delivers the redirect, the listener runs until the browser has the last page,
  /// for at most a second. If the program ended at once, the browser would show an error page.
  ///
  /// - Throws: `BrowserFault` if no redirect arrives in time or none can arrive; `LoopbackFault` if
  ///   the port is taken and the user cannot paste the redirect.
  public func redirect(for request: HTTPRequest) async throws -> Redirect {
    let expected = ExpectedRedirect(after: request, at: redirectURI, statesMatch: statesMatch)
    let reports = RejectionReports(tell)
    let (redirects, arrivals) = AsyncStream.makeStream(of: Redirect.self)
    let listener = RedirectListener(expected) { redirect in
      arrivals.yield(redirect)
    } report: { rejection in
      await reports.report(rejection, way: .listener)
    }
    let (servers, obstacle) = try await servers(for: listener)
    var ways: Set<BrowserWay> = servers.isEmpty ? [] : [.listener]
    if nextPastedLine != nil { ways.insert(.pasting) }
    let start = BrowserEvent.waiting(url: request.url, ways: ways)
    return try await withThrowingTaskGroup(of: Redirect?.self) { group in
      defer {
        group.cancelAll()
        for server in servers { server.stop() }
      }
      for server in servers {
        group.addTask {
          await server.run()
          return nil
        }
      }
      group.addTask { await redirects.first { _ in true } }
      group.addTask {
        await tell(start)
        let redirect = await pastedRedirect(expected, reports)
        // Without a listener, no redirect can arrive after the end of input.
        if redirect == nil, servers.isEmpty { throw obstacle }
        return redirect
      }
      group.addTask {
        try await Task.sleep(for: timeout)
        throw BrowserFault.timedOut(
          seconds: Int(timeout.components.seconds), refused: await reports.last)
      }
      while let next = try await group.next() {
        guard let redirect = next else { continue }
        await listener.showLastPage(within: patience)
        return redirect
      }
      throw CancellationError()
    }
  }
}
