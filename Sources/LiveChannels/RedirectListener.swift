import HTTPMessages
import LoopbackHTTP

/// Waits at the redirect URI for the browser, and for nothing else.
struct RedirectListener: HTTPHandler {
  let redirectURI: String
  let state: String?
  let arrivals: AsyncStream<Redirect>.Continuation

  func response(to request: HTTPRequest) async -> HTTPResponse {
    let wanted = URLParts(redirectURI)
    let arrived = URLParts(request.url)
    // A browser also asks for icons and the like: those are no redirect.
    guard request.method == "GET", arrived.path == (wanted.path.isEmpty ? "/" : wanted.path) else {
      return page(404, "Nothing here", "This address only waits for a redirect.")
    }
    guard let form = request.query, form.value(of: "code") ?? form.value(of: "error") != nil else {
      return page(400, "This is not the redirect", "It carries neither a code nor an error.")
    }
    // Bytes, not characters: an accent may be written in more than one way.
    guard form.value(of: "state").map({ Array($0.utf8) }) == state.map({ Array($0.utf8) }) else {
      return page(
        400, "This redirect was not asked for",
        "Its state is not the one that was sent. It was not used, and the wait goes on.")
    }
    // The URL as the redirect URI has it: the Host field may name the address otherwise.
    let query = arrived.query ?? ""
    arrivals.yield(Redirect(url: wanted.withoutQueryAndFragment + "?" + query))
    arrivals.finish()
    return page(200, "Done", "The app has its answer. Close this page and go back to the terminal.")
  }

  /// A page without anything from the request in it.
  private func page(_ status: Int, _ title: String, _ text: String) -> HTTPResponse {
    let html = BrowserPage(title: title, content: "<p>\(text)</p>").text
    return HTTPResponse(
      status: status,
      fields: [
        HTTPField("Content-Type", "text/html;charset=UTF-8"),
        HTTPField("Cache-Control", "no-store"),
        // RFC 9700 §4.2.4: the address of this page holds the code.
        HTTPField("Referrer-Policy", "no-referrer"),
        HTTPField(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"),
      ], body: Array(html.utf8))
  }
}
