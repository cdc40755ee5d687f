import HTTPMessages

/// The page that hands over an answer behind the #: RFC 6749 §4.2.
///
/// A browser sends the fragment of an address to no server (RFC 3986 §3.5). So the listener answers the
/// redirect of the implicit flow with this page, whose script reads the fragment, takes it out of the
/// address bar and the history, and posts it to the listener.
enum FragmentRelay {
  /// The form parameter that holds the fragment.
  static let parameter = "fragment"

  /// The only script that any page of the workbench has.
  static let script =
    "const answer=location.hash.slice(1);history.replaceState(null,'',location.pathname);"
    + "document.forms[0].fragment.value=answer;document.forms[0].submit()"

  /// The SHA-256 digest of the script in Base64: the policy lets this script run, and no other.
  static let scriptDigest = "BXIdyKoB32sVVUICiGgRURjOnP8BdyRVqLYb5S/gONg="

  /// The page, for the path at which the listener waits.
  static func page(path: String) -> BrowserPage {
    BrowserPage(
      title: "One moment",
      content: """
        <p>The answer stands behind the # of this address, and a browser sends that to no server. This page \
        hands it over, and takes it out of the address.</p>
        <form method="post" action="\(BrowserPage.escape(path))"><input type="hidden" name="\(parameter)">
        <noscript><p>That needs JavaScript. Copy the whole address instead, paste it into the terminal, and \
        press Return.</p></noscript></form>
        <script>\(script)</script>
        """)
  }
}
