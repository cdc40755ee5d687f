public import Channels
public import HTTPMessages
import LoopbackHTTP

/// The user's own browser, and the ways on which it comes back.
///
/// It is to open the authorization request, and a listener at the redirect URI waits for it. The user may
/// paste the address instead; whichever comes first ends the wait.
///
/// RFC 8252 §7.3 describes the loopback redirect. Only a redirect with the right state is taken; anything
/// else gets an explanation, and the wait goes on.
public struct BrowserFrontChannel: FrontChannel, Sendable {
  let redirectURI: String
  let timeout: Duration
  let listens: Bool
  let nextPastedLine: (@Sendable () async -> String?)?
  let statesMatch: @Sendable (_ sent: String, _ received: String) -> Bool
  let tell: @Sendable (BrowserEvent) async -> Void
  /// How long the browser has to fetch the last page.
  var patience = Duration.seconds(1)

  /// Sets the channel up.
  ///
  /// - Parameters:
  ///   - redirectURI: Where the browser comes back to. A listener needs `http`, a loopback host and a port;
  ///     anything else can be pasted only.
  ///   - timeout: How long to wait for the user, in all.
  ///   - listens: Whether to listen where that is possible.
  ///   - nextPastedLine: Waits for the next line that the user enters; `nil` at the end of input, and at
  ///     once when the task is cancelled. Without this there is no pasting.
  ///   - statesMatch: Compares the states, without giving away where they differ.
  ///   - tell: Tells the user what happens, and opens the browser when the wait begins.
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

  /// Asks for the address to be opened, and waits for the redirect.
  ///
  /// Where the browser itself brings the redirect, the listener stays until it has got the last page, a
  /// second at most: a program that ends at once would leave the browser before a broken page.
  ///
  /// - Throws: `BrowserFault` if nobody comes back in time, or nobody can; `LoopbackFault` if the
  ///   port is taken and nobody can paste the address.
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
        // With nobody listening, the end of the input is the end of all hope.
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
