import Vocabulary

extension Traffic {
  /// Why that matters, a sentence or two a paragraph.
  public var lessons: [String] {
    if front.contains("access_token") { return tokenInTheBrowser }
    if back.contains("code") { return codeExchanged }
    if front.isEmpty { return back.contains("access_token") ? noBrowser : [] }
    return front.contains("code")
      ? ["The app did not exchange the code of this redirect: nothing came of it."]
      : ["The browser saw nothing that opens anything: no code, no verifier, no token."]
  }

  private var codeExchanged: [String] {
    let isProven = back.contains("code_verifier")
    let thief =
      isProven
      ? "What the browser sees, others may see: somebody can steal the code. PKCE stops the thief, who lacks "
        + "the verifier; the browser saw only its fingerprint, the code challenge."
      : "What the browser sees, others may see: somebody can steal the code. The thief lacks the client "
        + "secret; but planted in another session of this app, the code is exchanged like any other. PKCE "
        + "would stop that too."
    let state =
      "Somebody can also bring the browser a redirect with a code of their own. state stops that one: the "
      + "app did not send it."
    let secret =
      !back.contains("client_secret")
      ? "No client secret was needed: the verifier is a secret too, and a new one each time."
      : isProven
        ? "The client secret tells the server which app is calling. PKCE works without it, with a secret "
          + "that is new each time."
        : "The client secret tells the server which app is calling. An app that cannot keep one must not use "
          + "this flow."
    let tokens =
      back.contains("access_token") ? ["The tokens never passed through the browser."] : []
    return [thief, state, secret] + tokens
  }

  private var tokenInTheBrowser: [String] {
    [
      "The access token itself passed through the browser. Whoever reads the address, in the history, in a "
        + "script on the page or over a shoulder, has the user's data until the token ends: nothing else "
        + "has to be shown.",
      "state stops a redirect that somebody else planted. It does nothing for a token that was read on the way.",
      "With a code and PKCE the browser sees nothing that opens anything. That is why this flow was given up.",
    ]
  }

  private var noBrowser: [String] {
    [
      "No browser took part, and no user was asked: that is why this token opens no user's data.",
      "The client secret is all that proves who is asking. It never leaves the app but for the server, directly.",
    ]
  }
}
