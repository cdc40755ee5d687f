import HTTPMessages

/// The pages that the listener shows; nothing from a request stands on any of them.
enum RedirectPage {
  /// For every other address.
  static let notFound = page(404, "Nothing here", "This address only waits for a redirect.")

  /// The last page, at an address without a code.
  static let done = page(200, doneTitle, doneText)

  /// Sends the browser to the last page.
  ///
  /// RFC 9700 §4.3.1: neither the address bar nor the history keeps the code then.
  static func away(path: String) -> HTTPResponse {
    // RFC 9110 §10.2.2: without a fragment of its own, the new address would get that of the old one.
    let location = HTTPField("Location", path + "#")
    return page(303, doneTitle, doneText, fields: [location])
  }

  /// Says why an address is not the redirect that is waited for.
  static func rejection(_ rejection: RedirectRejection) -> HTTPResponse {
    switch rejection {
    case .stateMissing, .stateDifferent:
      page(
        400, "This redirect was not asked for",
        """
        \(rejection) Somebody may have planted it. It was not used, and the wait goes on: finish \
        what the terminal asked you to open.
        """)
    case .otherURL, .tooLong, .unreadableRequest, .undecodable, .noCodeOrError,
      .noTokenOrError,
      .parameterRepeated:
      page(400, "This is not the redirect", "\(rejection) It was not used, and the wait goes on.")
    }
  }

  /// The page that hands over what stands behind the #.
  static func relay(path: String) -> HTTPResponse {
    response(
      200, FragmentRelay.page(path: path),
      policy: "script-src 'sha256-\(FragmentRelay.scriptDigest)'; form-action 'self'")
  }

  private static let doneTitle = "Done"
  private static let doneText =
    "The app has its answer. Close this page and go back to the terminal."

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
      // RFC 9700 §4.2.4: the address of this page may hold the code.
      HTTPField("Referrer-Policy", "no-referrer"),
      HTTPField("Content-Security-Policy", policy.map { "\(usual); \($0)" } ?? usual),
    ]
    return HTTPResponse(status: status, fields: always + fields, body: Array(page.text.utf8))
  }
}
