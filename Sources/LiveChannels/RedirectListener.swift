import HTTPMessages
import LoopbackHTTP

/// The handler for requests to the redirect URI.
///
/// It passes on the first valid redirect. Then it redirects the browser to the same path without a
/// query, which returns the last page.
actor RedirectListener: HTTPHandler {
  private let expected: ExpectedRedirect
  private let arrive: @Sendable (Redirect) -> Void
  private let report: @Sendable (RedirectRejection) async -> Void
  private var hasArrived = false
  private var hasShownLastPage = false

  init(
    _ expected: ExpectedRedirect, arrive: @escaping @Sendable (Redirect) -> Void,
    report: @escaping @Sendable (RedirectRejection) async -> Void
  ) {
    self.expected = expected
    self.arrive = arrive
    self.report = report
  }

  func response(to request: HTTPRequest) async -> HTTPResponse {
    let requested = URLParts(request.url)
    // A browser also requests other paths, such as an icon's.
    guard requested.path == expected.path else { return RedirectPage.notFound }
    guard expected.isHost(requested.authority) else {
      return await take { () throws(RedirectRejection) in throw .otherURL }
    }
    let isRelayed = request.method == "POST" && expected.respondsInFragment
    guard request.method == "GET" || isRelayed else { return RedirectPage.notFound }
    if hasArrived { return isRelayed || requested.query != nil ? away : lastPage() }
    if isRelayed {
      let fragment = request.form?.value(of: FragmentRelay.parameter) ?? ""
      return await take { () throws(RedirectRejection) in try expected.redirect(fragment: fragment)
      }
    }
    guard expected.hasResponse(in: requested.query) else {
      return RedirectPage.relay(path: expected.path)
    }
    return await take { () throws(RedirectRejection) in
      try expected.redirect(query: requested.query ?? "")
    }
  }

  /// Reports a redirect that the server rejected before it reached this handler.
  ///
  /// The server rejects, for example, a browser's request that contains too many cookies.
  nonisolated func hasRejected(_ rejection: RejectedRequest) {
    guard URLParts(rejection.request.url).path == expected.path else { return }
    Task { [report] in await report(.unreadableRequest) }
  }

  /// Waits until the browser has fetched the last page, if a redirect has arrived.
  func showLastPage(within limit: Duration) async {
    let end = ContinuousClock.now + limit
    while hasArrived, !hasShownLastPage, end > .now, !Task.isCancelled {
      try? await Task.sleep(for: .milliseconds(5))
    }
  }

  /// Passes on a valid redirect, and returns the page for the browser.
  private func take(_ redirect: () throws(RedirectRejection) -> Redirect) async -> HTTPResponse {
    do throws(RedirectRejection) {
      arrive(try redirect())
      hasArrived = true
      return away
    } catch {
      await report(error)
      return RedirectPage.rejection(error)
    }
  }

  private var away: HTTPResponse { RedirectPage.away(path: expected.path) }

  private func lastPage() -> HTTPResponse {
    hasShownLastPage = true
    return RedirectPage.done
  }
}
