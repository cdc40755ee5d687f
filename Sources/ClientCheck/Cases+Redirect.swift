import Vocabulary

extension CheckCase {
  /// Stage B: the browser sends something other than the real redirect.
  static let redirect: [CheckCase] = [
    CheckCase(
      "B1", "a redirect with another state", .must, .rfc6749("10.12"), lesson: 3,
      poisons: [.redirect(.otherState), .redirect(.stateInOtherCase)],
      passes: .noExchangeOfPlanted, why: planted, fix: compareState),
    CheckCase(
      "B2", "a redirect without a state", .must, .rfc6749("10.12"), lesson: 3,
      poisons: [.redirect(.noState), .redirect(.emptyState)],
      passes: .noExchangeOfPlanted, why: planted, fix: compareState),
    CheckCase(
      "B3", "state or code twice", .practice, .rfc6749("3.1"), lesson: 3,
      poisons: [.repeatedState(isFirst: true), .repeatedState(isFirst: false), .repeatedCode].map {
        .redirect($0)
      },
      passes: .noExchangeOfPlanted,
      why: "Two parsers could pick different values, and an attacker can exploit that.",
      fix: "Discard a redirect in which a parameter occurs more than once."),
    CheckCase(
      "B4", "the user denies access", .practice, .rfc6749("4.1.2.1"), lesson: 3,
      poisons: [Poison(decision: .denies)], passes: .endsAfterDenial,
      why: "The user has decided. A client must not look for another way to a token.",
      fix: "Say that access was denied, and end without a token request."),
    CheckCase(
      "B5", "a forged error first", .practice, .rfc6749("10.12"), lesson: 3,
      poisons: [.redirect(.forgedErrorFirst)], passes: .completes,
      why: "Any page can send an error to the listener, and so end the sign-in.",
      fix: "Ignore a redirect with another state, even an error, and keep waiting."),
    CheckCase(
      "B6", "another issuer", .practice, .rfc9207("2.4"), lesson: 3,
      poisons: [.redirect(.otherIssuer)], levelWithDiscovery: .must, passes: .noExchange,
      why: mixUp, fix: "Compare iss with the issuer of the server to which you sent the user."),
    CheckCase(
      "B7", "the announced issuer is missing", .must, .rfc9207("2.4"), lesson: 13,
      needs: [.discovery], poisons: [.redirect(.noIssuer)], passes: .noExchange, why: mixUp,
      fix: "If the metadata announces iss, discard a redirect without it."),
    CheckCase(
      "B8", "an issuer with one more slash", .practice, .rfc9207("2.4"), lesson: 3,
      poisons: [.redirect(.issuerWithSlash)], levelWithDiscovery: .must, passes: .noExchange,
      why: mixUp, fix: "Decode iss, compare it character by character, and normalize nothing."),
    CheckCase(
      "B9", "the right issuer, not announced", .practice, .rfc9207("2.4"), lesson: 3,
      poisons: [.unannounced(.rightIssuer)], passes: .acceptsOrDiscards,
      why: "RFC 9207 recommends discarding the redirect, and lets local policy accept it.",
      fix: "Discard the redirect, or accept it only if iss is exactly the issuer."),
    CheckCase(
      "B10", "another issuer, not announced", .practice, .rfc9207("2.4"), lesson: 3,
      // Without metadata, nothing is announced, and this is the same as B6.
      needs: [.discovery], poisons: [.unannounced(.otherIssuer)], levelWithDiscovery: .must,
      passes: .noExchange, why: mixUp,
      fix: "Compare iss whenever a redirect contains it, announced or not."),
    CheckCase(
      "B11", "unknown parameters", .must, .rfc6749("4.1.2"), lesson: 3,
      poisons: [.redirect(.unknownParameters)], passes: .completes,
      why: "Servers add parameters, and a client that rejects them breaks.",
      fix: "Ignore parameters that you do not know."),
    CheckCase(
      "B12", "neither code nor error", .must, .rfc6749("4.1.3"), lesson: 3,
      poisons: [.redirect(.onlyState), .redirect(.emptyCode)], passes: .noTokenRequest,
      why:
        "A token request without a code always fails, and some libraries send another grant instead.",
      fix: "Check that code exists and is not empty before you send a token request."),
    CheckCase(
      "B13", "other requests to the listener first", .practice, .rfc8252("8.10"), lesson: 3,
      poisons: [.redirect(.noiseFirst)], passes: .onlyRealCode,
      why: "Browsers ask for a favicon, and any program on the machine can call the listener.",
      fix: "Use only a GET of the redirect URI's own path."),
    CheckCase(
      "B14", "escape sequences and HTML in error_description", .must, .rfc6749("10.14"),
      lesson: 3, poisons: [.redirect(.hostileDescription)], passes: .harmless,
      why: "An attacker could change the terminal or run a script in the page.",
      fix: "Remove control characters before you print text, and escape HTML in the page."),
    CheckCase(
      "B15", "the redirect twice", .must, .rfc6749("4.1.2"), lesson: 3,
      poisons: [.redirect(.twice)], passes: .oneExchange,
      why:
        "A server that sees a code twice rejects it, and should revoke the tokens that it issued.",
      fix: "Close the listener, or forget the state, after the first valid redirect."),
    CheckCase(
      "B16", "another Host header field", .practice, .rfc9110("7.4"), lesson: 3,
      poisons: [.redirect(.otherHost)], passes: .noExchange,
      why: "With DNS rebinding, a web page can call the listener under its own name.",
      fix: "Reject a request whose Host is not the host of the redirect URI."),
  ]

  private static let planted = "An attacker can connect your user to the attacker's account."
  private static let compareState =
    "Compare state with the value of this transaction before you read anything else."
  private static let mixUp =
    "The code may be from another server. The token request would send it to the wrong server."
}
