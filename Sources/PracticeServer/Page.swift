import HTTPMessages
import Vocabulary

/// The pages of the practice server, without scripts and external resources.
enum Page {
  /// Returns the consent page.
  static func consent(
    _ request: ValidAuthorizationRequest, of user: PracticeUser, isOnly: Bool, pageToken: String
  ) -> String {
    let scopes = Scope(request.scope).names.map { name in
      let gives = AuthorizationServer.fitbit.scopes.first { $0.name == name }?.gives ?? ""
      return """
        <li><label><input type="checkbox" name="scope" value="\(escape(name))">
        <span><b>\(escape(name))</b><br>\(escape(gives))</span></label></li>
        """
    }.joined(separator: "\n")
    let host = URLParts(request.redirectURI).authority
    return document(
      "Allow access?",
      """
      <p>The client <b>\(escape(request.client))</b> at <b>\(escape(host))</b> requests access to the data \
      of <b>\(escape(user.name))</b>. Select what to share; nothing is preselected.</p>
      <form method="post" action="\(PracticePath.decision)" autocomplete="off">
      <input type="hidden" name="page_token" value="\(escape(pageToken))">
      <fieldset><legend>Requested data</legend><ul>
      \(scopes)
      </ul></fieldset>
      <p class="buttons"><button name="decision" value="allow">Allow</button>
      <button name="decision" value="deny" class="plain">Deny</button>\
      \(isOnly ? "" : otherAccount)</p>
      </form>
      <p class="small">Allowing no scope is the same as Deny. This is the practice server of OAuth \
      Workbench: no account is real, and all data is fictional.</p>
      """)
  }

  private static let otherAccount =
    "\n<button name=\"decision\" value=\"sign-in\" class=\"plain\">Use another account</button>"

  /// Returns the sign-in page.
  static func signIn(
    _ request: ValidAuthorizationRequest, users: [PracticeUser], pageToken: String
  ) -> String {
    let buttons = users.map { user in
      """
      <button name="user" value="\(escape(user.identifier))">Sign in as \(escape(user.name))</button>
      """
    }.joined(separator: "\n")
    return document(
      "Sign in",
      """
      <p>The client <b>\(escape(request.client))</b> asks you to sign in, even if you are signed in \
      already. A real server asks for your password here, on its own page, so the client never sees it.</p>
      <form method="post" action="\(PracticePath.signIn)" autocomplete="off">
      <input type="hidden" name="page_token" value="\(escape(pageToken))">
      <p class="buttons">\(buttons)</p>
      </form>
      <p class="small">This is the practice server of OAuth Workbench: its users have no passwords, and \
      all data is fictional.</p>
      """)
  }

  /// Returns the page for a rejected request.
  static func error(_ error: PageError, cause: String?) -> String {
    let note =
      error.isReconstructed
      ? "<p class=\"small\">Fitbit's own text for this error is unknown. This one is the "
        + "workbench's.</p>"
      : ""
    return document(
      "Invalid request",
      """
      <p>The authorization server rejected this request. You are not sent back to the client, because the \
      request may contain an attacker's redirect URI.</p>
      <p>Developer information:<br><code>\(escape(error.kind)) - \(escape(error.message))</code></p>
      \(cause.map { "<p>The practice server adds: \(escape($0))</p>" } ?? "")
      \(note)
      """)
  }

  /// Returns the page for an unknown path.
  static func notFound() -> String {
    document(
      "Page not found",
      "<p>The <a href=\"/\">front page</a> lists the endpoints of this server.</p>"
    )
  }

  static func escape(_ text: String) -> String { BrowserPage.escape(text) }

  static func document(_ title: String, _ content: String) -> String {
    BrowserPage(title: title, content: content).text
  }
}

/// The error of a request that is rejected with a page, without a redirect, as at Fitbit.
struct PageError: Error, Hashable {
  /// The error code (RFC 6749 §4.1.2.1).
  let kind: String
  /// The explanation for the developer.
  let message: String
  /// Whether Fitbit's own text is undocumented.
  let isReconstructed: Bool
  /// The rule that rejected the request, or `nil` if it is malformed.
  let rule: Rule?
  /// The redirect URI for reporting the error, or `nil` unless client and redirect URI are valid.
  var redirectURI: String?

  init(_ kind: String, _ message: String, reconstructed: Bool = false, rule: Rule? = nil) {
    self.kind = kind
    self.message = message
    isReconstructed = reconstructed
    self.rule = rule
  }
}
