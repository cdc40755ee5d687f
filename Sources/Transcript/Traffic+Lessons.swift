import Vocabulary

extension Traffic {
  /// The consequences, one paragraph each.
  public var lessons: [String] {
    if front.contains("access_token") { return tokenInURL }
    if back.contains("code") { return codeExchanged }
    if front.isEmpty { return back.contains("access_token") ? noBrowser : [] }
    return front.contains("code")
      ? [
        "The client did not exchange the code of this redirect, so the code gave access to nothing."
      ]
      : ["No URL of this run contained anything that gives access: no code, no verifier, no token."]
  }

  private var codeExchanged: [String] {
    let isProven = back.contains("code_verifier")
    let theft =
      "The code was in a URL, so it can be stolen"
      + (!isProven
        ? ". An attacker lacks the client secret, but can inject the code into their own "
          + "transaction. PKCE also stops that (RFC 9700 §4.5)."
        : mayIgnorePKCE
          ? ". It is useless without the verifier only if the server checks that; this server "
            + "does not say so."
          : ". It is useless without the verifier, which never appeared in a URL.")
    let state =
      "state stops a planted redirect: that redirect does not contain the state that "
      + "this client sent."
    let secret =
      back.contains("client_secret")
      ? "The client secret authenticates the client."
      : "No client secret was needed. The verifier proves that this client started the "
        + "transaction, not which client it is."
    // If the server rejected the request, the secret has proved nothing.
    let hasTokens = back.contains("access_token")
    return [theft, hasTokens ? state + " " + secret : state] + (hasTokens ? [tokensInNoURL] : [])
  }

  /// The sentence on tokens; a client without a secret may be a page, which does steps 4 and 5.
  private var tokensInNoURL: String {
    let place =
      back.contains("client_secret")
      ? ""
      : " A client in a browser performs steps 4 and 5 in its page. A hostile script on that page "
        + "can steal the tokens (RFC 10017 §5.1)."
    return "No token appeared in a URL." + place
  }

  private var tokenInURL: [String] {
    [
      "The access token itself was in a URL. Anyone who reads it in the history, or with a script "
        + "on the page, can use it until it expires.",
      "state stops a planted redirect. It does not protect a token that an attacker reads in the "
        + "URL.",
      "With a code and PKCE, nothing in a URL gives access by itself. RFC 9700 §2.1.2 advises "
        + "against this flow, and the draft of OAuth 2.1 omits it.",
    ]
  }

  private var noBrowser: [String] {
    [
      "The token gives access to the client's own data, or to data arranged with the server "
        + "beforehand (RFC 6749 §4.4).",
      "Only the client secret proves which client is calling. It is sent directly, and only to "
        + "the server.",
    ]
  }
}
