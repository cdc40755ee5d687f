import HTTPMessages

/// The redirect that the channel waits for, from the listener or pasted.
///
/// Step 3 checks the redirect again and in more detail. This check decides only whether the wait is
/// over, so that a planted redirect cannot end it.
struct ExpectedRedirect: Sendable {
  /// The most bytes in a pasted redirect.
  static let limit = 65_536

  let redirectURI: String
  /// The state of the authorization request, or `nil` if it has none.
  let state: String?
  /// Whether the response is expected in the fragment, as in the implicit flow.
  let respondsInFragment: Bool
  /// Compares the received state with the sent one.
  let statesMatch: @Sendable (_ sent: String, _ received: String) -> Bool

  init(
    after request: HTTPRequest, at redirectURI: String,
    statesMatch: @escaping @Sendable (_ sent: String, _ received: String) -> Bool
  ) {
    self.redirectURI = redirectURI
    self.statesMatch = statesMatch
    state = request.query?.value(of: "state")
    // RFC 6749 §4.2.2: the response to response_type=token is in the fragment.
    respondsInFragment = request.query?.value(of: "response_type") == "token"
  }

  /// The path of the redirect URI.
  var path: String {
    let path = URLParts(redirectURI).path
    return path.isEmpty ? "/" : path
  }

  /// Whether an authority names the host of the redirect URI, or this machine by another name.
  ///
  /// With DNS rebinding, a website could call the listener under its own name (RFC 9110 §7.4). The
  /// port may differ, because a tunnel can forward another one.
  func isHost(_ authority: String) -> Bool {
    func host(_ authority: String) -> String {
      let port = authority.lastIndex(of: ":").flatMap { colon in
        authority[colon...].contains("]") ? nil : colon
      }
      return String(authority[..<(port ?? authority.endIndex)]).lowercased()
    }
    return ["127.0.0.1", "localhost", "[::1]", host(URLParts(redirectURI).authority)]
      .contains(host(authority))
  }

  /// Whether the response is in this query, not in the fragment.
  ///
  /// In the implicit flow, a code in the query also counts, so that step 3 can explain the error.
  func hasResponse(in query: String?) -> Bool {
    !respondsInFragment || Self.has(["code", "error"], in: try? Form(decoding: query ?? ""))
  }

  /// Returns the redirect for the query of a request to the redirect URI.
  ///
  /// The URL starts with the redirect URI, because `Host` may spell the host differently.
  func redirect(query: String) throws(RedirectRejection) -> Redirect {
    try check(query, has: ["code", "error"], otherwise: .noCodeOrError)
    return Redirect(url: URLParts(redirectURI).withoutQueryAndFragment + "?" + query)
  }

  /// Returns the redirect for a fragment, as sent by the page at the redirect URI.
  func redirect(fragment: String) throws(RedirectRejection) -> Redirect {
    try check(fragment, has: ["access_token", "error"], otherwise: .noTokenOrError)
    return Redirect(url: redirectURI + "#" + fragment)
  }

  /// Returns the redirect for a URL from the browser's address bar.
  func redirect(pasted url: String) throws(RedirectRejection) -> Redirect {
    guard url.utf8.count <= Self.limit else { throw .tooLong }
    let parts = URLParts(url)
    let base = URLParts(redirectURI).withoutQueryAndFragment
    // RFC 3986 §6.2.3: the address bar shows a slash if the redirect URI has no path.
    let isBase = [base, URLParts(redirectURI).path.isEmpty ? base + "/" : base].contains {
      $0.utf8.elementsEqual(parts.withoutQueryAndFragment.utf8)
    }
    guard isBase else { throw .otherURL }
    let rest = url.utf8.dropFirst(parts.withoutQueryAndFragment.utf8.count)
    if hasResponse(in: parts.query) {
      _ = try redirect(query: parts.query ?? "")
    } else {
      _ = try redirect(fragment: parts.fragment ?? "")
    }
    return Redirect(url: base + String(decoding: rest, as: UTF8.self))
  }

  private func check(
    _ text: String, has names: [String], otherwise rejection: RedirectRejection
  ) throws(RedirectRejection) {
    guard let form = try? Form(decoding: text) else { throw .undecodable }
    guard Self.has(names, in: form) else { throw rejection }
    guard form.repeatedNames.isEmpty else { throw .parameterRepeated }
    switch (state, form.value(of: "state")) {
    case (nil, nil): return
    case (nil, _?): throw .stateDifferent
    case (_?, nil): throw .stateMissing
    case (let sent?, let received?):
      guard statesMatch(sent, received) else { throw .stateDifferent }
    }
  }

  private static func has(_ names: [String], in form: Form?) -> Bool {
    names.contains { form?.value(of: $0) != nil }
  }
}
