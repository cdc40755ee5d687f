public import Channels
public import HTTPMessages
import LoopbackHTTP

/// The user's own browser: it is opened at the authorization request, and a listener on the redirect URI
/// waits for it to come back.
///
/// RFC 8252 §7.3 describes the loopback redirect. The listener takes the first redirect that carries the
/// right state; anything else gets an explanation, and the wait goes on.
public struct BrowserFrontChannel: FrontChannel, Sendable {
  private let redirectURI: String
  private let timeout: Duration
  private let open: @Sendable (String) -> Void

  /// Sets the channel up.
  ///
  /// - Parameters:
  ///   - redirectURI: An `http` URI with a loopback host and a port.
  ///   - timeout: How long to wait for the user.
  ///   - open: Opens a URL in the browser, or tells the user to do it.
  public init(
    redirectURI: String, timeout: Duration = .seconds(300),
    open: @escaping @Sendable (String) -> Void
  ) {
    self.redirectURI = redirectURI
    self.timeout = timeout
    self.open = open
  }

  /// Opens the browser and waits for the redirect.
  ///
  /// - Throws: `BrowserFault` if the redirect URI is not a loopback address or nobody comes back in
  ///   time; `LoopbackFault` if the port is taken.
  public func redirect(for request: HTTPRequest) async throws -> Redirect {
    let address = try LoopbackAddress(redirectURI)
    let (redirects, arrivals) = AsyncStream.makeStream(of: Redirect.self)
    let listener = try LoopbackServer(
      host: address.host, port: address.port,
      handler: RedirectListener(
        redirectURI: redirectURI, state: request.query?.value(of: "state"),
        // RFC 6749 §4.2.1: a token that was asked for comes back behind the #.
        answersInFragment: request.query?.value(of: "response_type") == "token",
        arrivals: arrivals))
    open(request.url)
    return try await withThrowingTaskGroup(of: Redirect?.self) { group in
      group.addTask {
        await listener.run()
        return nil
      }
      group.addTask {
        var iterator = redirects.makeAsyncIterator()
        return await iterator.next()
      }
      group.addTask {
        try await Task.sleep(for: timeout)
        throw BrowserFault.timedOut
      }
      defer {
        group.cancelAll()
        listener.stop()
      }
      while let arrived = try await group.next() {
        if let arrived { return arrived }
      }
      throw BrowserFault.timedOut
    }
  }
}
