import HTTPMessages
import LoopbackHTTP

/// Waits at the redirect URI for the browser, and for nothing else.
///
/// The first right redirect is passed on. The browser is then sent to the same path without a query, where
/// the last page stands.
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
    let called = URLParts(request.url)
    // A browser also asks for icons and the like: those are no redirect.
    guard called.path == expected.path else { return RedirectPage.notFound }
    let isRelayed = request.method == "POST" && expected.respondsInFragment
    guard request.method == "GET" || isRelayed else { return RedirectPage.notFound }
    if hasArrived { return isRelayed || called.query != nil ? away : lastPage() }
    if isRelayed {
      let fragment = request.form?.value(of: FragmentRelay.parameter) ?? ""
      return await take { () throws(RedirectRejection) in try expected.redirect(fragment: fragment)
      }
    }
    guard expected.answers(in: called.query) else {
      return RedirectPage.relay(path: expected.path)
    }
    return await take { () throws(RedirectRejection) in
      try expected.redirect(query: called.query ?? "")
    }
  }

  /// Reports a redirect that was refused before it came here; other requests are as little of a redirect as an icon.
  ///
  /// A browser that carries too many cookies for this machine never gets further.
  nonisolated func hasRejected(_ rejection: RejectedRequest) {
    guard URLParts(rejection.request.url).path == expected.path else { return }
    Task { [report] in await report(.unreadableRequest) }
  }

  /// Waits until the browser has got the last page, if it is on its way there.
  func showLastPage(within limit: Duration) async {
    let end = ContinuousClock.now + limit
    while hasArrived, !hasShownLastPage, end > .now, !Task.isCancelled {
      try? await Task.sleep(for: .milliseconds(5))
    }
  }

  /// Passes on an answer that is the one that was asked for.
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
