import HTTPMessages
import LoopbackHTTP

/// Waits at the redirect URI for the browser, and for nothing else.
struct RedirectListener: HTTPHandler {
  let redirectURI: String
  let state: String?
  /// Whether the answer is to come behind the #, as that of the implicit flow.
  var answersInFragment = false
  let arrivals: AsyncStream<Redirect>.Continuation

  func response(to request: HTTPRequest) async -> HTTPResponse {
    let wanted = URLParts(redirectURI)
    let arrived = URLParts(request.url)
    let path = wanted.path.isEmpty ? "/" : wanted.path
    // A browser also asks for icons and the like: those are no redirect.
    guard arrived.path == path else { return Self.notFound }
    switch request.method {
    case "GET" where answersInFragment && !Self.has(["code", "error"], in: request.query):
      return Self.response(
        200, FragmentRelay.page(path: path),
        policy: "script-src 'sha256-\(FragmentRelay.scriptDigest)'; form-action 'self'")
    case "GET":
      let url = wanted.withoutQueryAndFragment + "?" + (arrived.query ?? "")
      return take(request.query, from: url, names: ["code", "error"])
    case "POST" where answersInFragment:
      let fragment = request.form?.value(of: FragmentRelay.parameter) ?? ""
      return take(
        try? Form(decoding: fragment), from: redirectURI + "#" + fragment,
        names: ["access_token", "error"])
    default: return Self.notFound
    }
  }

  /// Takes an answer if it is one, and the one that was asked for.
  ///
  /// The URL is as the redirect URI has it: the Host field may name the address otherwise.
  private func take(_ form: Form?, from url: String, names: [String]) -> HTTPResponse {
    guard let form, Self.has(names, in: form) else {
      let wanted = answersInFragment ? "an access token" : "a code"
      return Self.page(
        400, "This is not the redirect", "It carries neither \(wanted) nor an error.")
    }
    // Bytes, not characters: an accent may be written in more than one way.
    guard form.value(of: "state").map({ Array($0.utf8) }) == state.map({ Array($0.utf8) }) else {
      return Self.page(
        400, "This redirect was not asked for",
        "Its state is not the one that was sent. It was not used, and the wait goes on.")
    }
    arrivals.yield(Redirect(url: url))
    arrivals.finish()
    return Self.page(
      200, "Done", "The app has its answer. Close this page and go back to the terminal.")
  }

  private static func has(_ names: [String], in form: Form?) -> Bool {
    names.contains { form?.value(of: $0) != nil }
  }

  private static let notFound = page(
    404, "Nothing here", "This address only waits for a redirect.")

  /// A page without anything from the request in it.
  private static func page(_ status: Int, _ title: String, _ text: String) -> HTTPResponse {
    response(status, BrowserPage(title: title, content: "<p>\(text)</p>"))
  }

  private static func response(
    _ status: Int, _ page: BrowserPage, policy: String? = nil
  ) -> HTTPResponse {
    let usual = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    return HTTPResponse(
      status: status,
      fields: [
        HTTPField("Content-Type", "text/html;charset=UTF-8"),
        HTTPField("Cache-Control", "no-store"),
        // RFC 9700 §4.2.4: the address of this page holds the code.
        HTTPField("Referrer-Policy", "no-referrer"),
        HTTPField("Content-Security-Policy", policy.map { "\(usual); \($0)" } ?? usual),
      ], body: Array(page.text.utf8))
  }
}
