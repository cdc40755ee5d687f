import HTTPMessages
import Vocabulary

/// The pages of the practice server: no script, nothing loaded from elsewhere.
enum Page {
  /// The page on which the user decides.
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
      <p>The app <b>\(escape(request.client))</b> at <b>\(escape(host))</b> wants to read data of \
      <b>\(escape(user.name))</b>. Tick what you want to share; nothing is ticked for you.</p>
      <form method="post" action="\(PracticePath.decision)" autocomplete="off">
      <input type="hidden" name="page_token" value="\(escape(pageToken))">
      <fieldset><legend>Data that the app asks for</legend><ul>
      \(scopes)
      </ul></fieldset>
      <p class="buttons"><button name="decision" value="allow">Allow</button>
      <button name="decision" value="deny" class="plain">Deny</button>\
      \(isOnly ? "" : otherAccount)</p>
      </form>
      <p class="small">Allowing nothing is the same as Deny. This is the practice server of OAuth \
      Workbench: there is no account here, and all data is invented.</p>
      """)
  }

  private static let otherAccount =
    "\n<button name=\"decision\" value=\"sign-in\" class=\"plain\">Use another account</button>"

  /// The page on which the user says who they are.
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
      <p>The app <b>\(escape(request.client))</b> wants to know who you are, even if you are signed in. \
      Elsewhere you would type your password here, on the server's own page: the app never sees it.</p>
      <form method="post" action="\(PracticePath.signIn)" autocomplete="off">
      <input type="hidden" name="page_token" value="\(escape(pageToken))">
      <p class="buttons">\(buttons)</p>
      </form>
      <p class="small">This is the practice server of OAuth Workbench. Its users have \
      no passwords, and all their data is invented.</p>
      """)
  }

  /// The page for a bad authorization request.
  static func error(_ error: PageError, cause: String?) -> String {
    let note =
      error.isReconstructed
      ? "<p class=\"small\">Fitbit's own words for this are not known; these are the workbench's.</p>"
      : ""
    return document(
      "This request cannot be answered",
      """
      <p>The app sent something that the authorization server does not accept. You are not sent back to \
      it: whoever made this request could have put any address there.</p>
      <p>Developer information:<br><code>\(escape(error.kind)) - \(escape(error.message))</code></p>
      \(cause.map { "<p>The practice server adds: \(escape($0))</p>" } ?? "")
      \(note)
      """)
  }

  /// The page for an address that is none.
  static func notFound() -> String {
    document(
      "No such page", "<p>The addresses of this server are on <a href=\"/\">its first page</a>.</p>"
    )
  }

  static func escape(_ text: String) -> String { BrowserPage.escape(text) }

  static func document(_ title: String, _ content: String) -> String {
    BrowserPage(title: title, content: content).text
  }
}

/// An authorization request that is refused with a page: Fitbit sends nobody anywhere for it.
struct PageError: Error, Hashable {
  /// The word of RFC 6749 §4.1.2.1.
  let kind: String
  /// The explanation for the developer.
  let message: String
  /// Whether Fitbit's own text is not known.
  let isReconstructed: Bool
  /// The rule that refused it; `nil` for plain validity.
  let rule: Rule?
  /// Where the client can be told; `nil` while the client or its redirect URI is not known to be right.
  var redirectURI: String?

  init(_ kind: String, _ message: String, reconstructed: Bool = false, rule: Rule? = nil) {
    self.kind = kind
    self.message = message
    isReconstructed = reconstructed
    self.rule = rule
  }
}
