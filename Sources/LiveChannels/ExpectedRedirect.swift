import HTTPMessages

/// The redirect that is waited for, on whichever way it comes.
///
/// Step 3 checks whatever comes through here once more, and says more about it. This check decides
/// only whether the wait is over, so that a planted address cannot end it.
struct ExpectedRedirect: Sendable {
  /// The most bytes of a pasted address.
  static let limit = 65_536

  let redirectURI: String
  /// The state of the authorization request; `nil` if it has none.
  let state: String?
  /// Whether the answer is to come behind the #, as that of the implicit flow.
  let respondsInFragment: Bool
  /// Compares a state that came with the one that was sent.
  let statesMatch: @Sendable (_ sent: String, _ received: String) -> Bool

  init(
    after request: HTTPRequest, at redirectURI: String,
    statesMatch: @escaping @Sendable (_ sent: String, _ received: String) -> Bool
  ) {
    self.redirectURI = redirectURI
    self.statesMatch = statesMatch
    state = request.query?.value(of: "state")
    // RFC 6749 §4.2.1: a token that was asked for comes back behind the #.
    respondsInFragment = request.query?.value(of: "response_type") == "token"
  }

  /// The path of the redirect URI.
  var path: String {
    let path = URLParts(redirectURI).path
    return path.isEmpty ? "/" : path
  }

  /// Whether an answer stands in this query, and not behind the #.
  ///
  /// In the implicit flow a code is taken too, so that step 3 can say what is wrong with it.
  func answers(in query: String?) -> Bool {
    !respondsInFragment || Self.has(["code", "error"], in: try? Form(decoding: query ?? ""))
  }

  /// Takes the query of a request to the redirect URI.
  ///
  /// The URL is as the redirect URI has it: the Host field may name the address otherwise.
  func redirect(query: String) throws(RedirectRejection) -> Redirect {
    try check(query, has: ["code", "error"], otherwise: .noCodeOrError)
    return Redirect(url: URLParts(redirectURI).withoutQueryAndFragment + "?" + query)
  }

  /// Takes the fragment that a page at the redirect URI has handed over.
  func redirect(fragment: String) throws(RedirectRejection) -> Redirect {
    try check(fragment, has: ["access_token", "error"], otherwise: .noTokenOrError)
    return Redirect(url: redirectURI + "#" + fragment)
  }

  /// Takes an address from the browser's address bar.
  func redirect(pasted address: String) throws(RedirectRejection) -> Redirect {
    guard address.utf8.count <= Self.limit else { throw .tooLong }
    let parts = URLParts(address)
    let base = URLParts(redirectURI).withoutQueryAndFragment
    // RFC 3986 §6.2.3: where a redirect URI has no path, the address bar shows a slash for it.
    let isBase = [base, URLParts(redirectURI).path.isEmpty ? base + "/" : base].contains {
      $0.utf8.elementsEqual(parts.withoutQueryAndFragment.utf8)
    }
    guard isBase else { throw .otherURL }
    let rest = address.utf8.dropFirst(parts.withoutQueryAndFragment.utf8.count)
    if answers(in: parts.query) {
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
