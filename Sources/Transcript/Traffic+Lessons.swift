import Vocabulary

extension Traffic {
  /// Why that matters, a sentence or two a paragraph.
  public var lessons: [String] {
    if front.contains("access_token") { return tokenInURL }
    if back.contains("code") { return codeExchanged }
    if front.isEmpty { return back.contains("access_token") ? noBrowser : [] }
    return front.contains("code")
      ? ["The app did not exchange the code of this redirect: nothing came of it."]
      : ["No URL of this run contained anything that gives access: no code, no verifier, no token."]
  }

  private var codeExchanged: [String] {
    let isProven = back.contains("code_verifier")
    let thief =
      isProven
      ? "The code was in a URL, which others may see: somebody can steal it. "
        + (mayIgnorePKCE
          ? "PKCE would stop the thief, who lacks the verifier, if the server checks it; this one does not say that "
            + "it does."
          : "PKCE stops the thief, who lacks the verifier.")
        + " Only its fingerprint, the code challenge, was in a URL."
      : "The code was in a URL, which others may see: somebody can steal it. The thief lacks the client "
        + "secret; but planted in another session of this app, the code is exchanged like any other. PKCE "
        + "would stop that too."
    let state =
      "Somebody can also bring the browser a redirect with a code of their own. state stops that one: the "
      + "app did not send it."
    let secret =
      !back.contains("client_secret")
      ? "No client secret was needed: the verifier, new each time, ties the code to the app that asked for it. "
        + "It does not prove which app that is."
      : isProven
        ? "The client secret tells the server which app is calling. PKCE works without it, with a secret "
          + "that is new each time."
        : "The client secret tells the server which app is calling. An app that cannot keep one must not use "
          + "this flow."
    return [thief, state, secret] + (back.contains("access_token") ? [tokensInNoURL] : [])
  }

  /// A client without a secret may be a page: the browser does its steps 4 and 5.
  private var tokensInNoURL: String {
    let place =
      back.contains("client_secret")
      ? ""
      : " An app that runs in a browser does steps 4 and 5 there, so a hostile script on its page can take "
        + "the tokens (RFC 10017 §5.1)."
    return "No token appeared in a URL." + place
  }

  private var tokenInURL: [String] {
    [
      "The access token itself was in a URL, which the browser keeps. Whoever reads the address, in the history, in a "
        + "script on the page or over a shoulder, has the user's data until the token ends: nothing else "
        + "has to be shown.",
      "state stops a redirect that somebody else planted. It does nothing for a token that was read on the way.",
      "With a code and PKCE, nothing in a URL gives access by itself. That is why RFC 9700 §2.1.2 advises "
        + "against this flow, and OAuth 2.1 omits it.",
    ]
  }

  private var noBrowser: [String] {
    [
      "No browser took part, and no user was asked. The token represents the app: it is for what belongs to "
        + "the app, or for what was arranged with the server beforehand (RFC 6749 §4.4).",
      "The client secret is all that proves who is asking. It never leaves the app but for the server, directly.",
    ]
  }
}
