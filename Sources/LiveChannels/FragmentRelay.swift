import HTTPMessages

/// The page that sends a response in the fragment to the listener (RFC 6749 §4.2).
///
/// A browser does not send the fragment to a server (RFC 3986 §3.5). So the listener responds to
/// the redirect of the implicit flow with this page. Its script reads the fragment, removes it from
/// the address bar and the history, and posts it to the listener.
enum FragmentRelay {
  /// The form parameter that contains the fragment.
  static let parameter = "fragment"

  /// The script, the only one in any page of the workbench.
  static let script =
    "const response=location.hash.slice(1);history.replaceState(null,'',location.pathname);"
    + "document.forms[0].fragment.value=response;document.forms[0].submit()"

  /// The script's SHA-256 digest in Base64: the page's policy allows no other script.
  static let scriptDigest = "QwMKojazO2/Bl4hZhT06PX387i/jljzmKzOzHEvQqC4="

  /// Returns the page for the path of the redirect URI.
  static func page(path: String) -> BrowserPage {
    BrowserPage(
      title: "One moment",
      content: """
        <p>The response is in the fragment of this URL, which a browser does not send to a server. \
        This page sends it to the workbench and removes it from the URL.</p>
        <form method="post" action="\(BrowserPage.escape(path))">\
        <input type="hidden" name="\(parameter)">
        <noscript><p>This needs JavaScript. Without it, copy the whole URL, paste it into the \
        terminal, and press Return.</p></noscript></form>
        <script>\(script)</script>
        """)
  }
}
