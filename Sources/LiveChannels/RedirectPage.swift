import HTTPMessages

/// The pages that the listener returns; none contains anything from a request.
enum RedirectPage {
  /// The page for every other path.
  static let notFound = page(404, "Nothing here", "This server only waits for a redirect.")

  /// The last page, at a URL without a code.
  static let done = page(200, doneTitle, doneText)

  /// Redirects the browser to the last page.
  ///
  /// This removes the code from the address bar and the history (RFC 9700 §4.3.1).
  static func away(path: String) -> HTTPResponse {
    // RFC 9110 §10.2.2: without this fragment, the new URL would inherit the old one's.
    let location = HTTPField("Location", path + "#")
    return page(303, doneTitle, doneText, fields: [location])
  }

  /// Returns the page that explains why a redirect was rejected.
  static func rejection(_ rejection: RedirectRejection) -> HTTPResponse {
    switch rejection {
    case .stateMissing, .stateDifferent:
      page(
        400, "Unexpected redirect",
        """
        \(rejection) An attacker may have planted it, so it was ignored. The terminal is still \
        waiting: continue on the page that it asked you to open.
        """)
    case .otherURL, .tooLong, .unreadableRequest, .undecodable, .noCodeOrError,
      .noTokenOrError,
      .parameterRepeated:
      page(
        400, "Invalid redirect",
        "\(rejection) It was ignored; the terminal is still waiting.")
    }
  }

  /// Returns the page that sends the fragment to the listener.
  static func relay(path: String) -> HTTPResponse {
    response(
      200, FragmentRelay.page(path: path),
      policy: "script-src 'sha256-\(FragmentRelay.scriptDigest)'; form-action 'self'")
  }

  private static let doneTitle = "Done"
  private static let doneText =
    "The workbench has the response. Close this page and go back to the terminal."

  private static func page(
    _ status: Int, _ title: String, _ text: String, fields: [HTTPField] = []
  ) -> HTTPResponse {
    response(status, BrowserPage(title: title, content: "<p>\(text)</p>"), fields: fields)
  }

  private static func response(
    _ status: Int, _ page: BrowserPage, fields: [HTTPField] = [], policy: String? = nil
  ) -> HTTPResponse {
    let usual = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    let always = [
      HTTPField("Content-Type", "text/html;charset=UTF-8"),
      HTTPField("Cache-Control", "no-store"),
      // RFC 9700 §4.2.4: the URL of this page may contain the code.
      HTTPField("Referrer-Policy", "no-referrer"),
      HTTPField("Content-Security-Policy", policy.map { "\(usual); \($0)" } ?? usual),
    ]
    return HTTPResponse(status: status, fields: always + fields, body: Array(page.text.utf8))
  }
}
