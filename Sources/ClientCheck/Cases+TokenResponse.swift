import Vocabulary

extension CheckCase {
  /// Stage C: the token endpoint responds in another way.
  static let tokenResponse: [CheckCase] = [
    CheckCase(
      "C1", "token_type in mixed case", .must, .rfc6749("5.1"), lesson: 5,
      poisons: [.server(.tokenType("bEARER"))], passes: .completes,
      why: "The value is case-insensitive, and servers write it in different ways.",
      fix: "Compare token_type without regard to case."),
    CheckCase(
      "C2", "token_type mac", .must, .rfc6749("7.1"), lesson: 5,
      poisons: [.server(.tokenType("mac"))], passes: .noAPICall,
      why: "A client must not use a token whose type it does not know.",
      fix: "Stop if token_type is not bearer."),
    CheckCase(
      "C3", "no expires_in, no scope", .must, .rfc6749("5.1"), lesson: 5,
      poisons: [.server(.withoutMember("expires_in")), .server(.withoutMember("scope"))],
      passes: .completes,
      why:
        "A server can leave them out: expires_in always, and scope if it equals the requested one.",
      fix:
        "Treat the lifetime as unknown, and refresh after a 401. Assume the scopes that you requested."
    ),
    CheckCase(
      "C4", "fewer scopes than requested", .practice, .rfc6749("3.3"), lesson: 5,
      poisons: [Poison(decision: .grantsLess)], passes: .namesMissingScope,
      why: "A user can deny a scope, and a feature that needs it then fails.",
      fix: "Compare scope in the token response with the request, and say what is missing."),
    CheckCase(
      "C5", "unknown members", .must, .rfc6749("5.1"), lesson: 5,
      poisons: [.server(.extraMembers)], passes: .completes,
      why: "Servers add members, and a client that rejects them breaks.",
      fix: "Ignore members that you do not know."),
    CheckCase(
      "C6", "invalid_grant", .must, .rfc6749("4.1.2"), lesson: 12,
      poisons: [.server(.invalidGrant)], passes: .oneExchange,
      why: "The code may have been used. A second exchange can revoke its tokens.",
      fix: "Do not retry. Say what happened, and start a new transaction."),
    CheckCase(
      "C7", "200 with an error", .practice, .rfc6749("5.2"), lesson: 12,
      poisons: [.server(.errorWith200)], passes: .noAPICall.and(.endsClearly),
      why: "Some servers return 200 with an error in the body.",
      fix: "Check that access_token is a string before you use it."),
    CheckCase(
      "C8", "an HTML error, invalid JSON, an empty body, 10 MB", .practice, .rfc6749("5.2"),
      lesson: 12,
      poisons: [
        .server(.tokenBody(status: 500, type: "text/html", body: .text("<h1>Error</h1>"))),
        .server(.tokenBody(status: 200, type: "application/json", body: .text("{\"access_tok"))),
        .server(.tokenBody(status: 200, type: "application/json", body: .text(""))),
        .server(.tokenBody(status: 200, type: "application/json", body: .octets(10_000_000))),
      ], passes: .endsClearly,
      why: "A proxy can return anything, and a crash hides the cause.",
      fix: "Limit the size of the body, handle a parse error, and say what was received."),
    CheckCase(
      "C9", "no response", .practice, .rfc9112("9.5"), lesson: 12,
      poisons: [.server(.noTokenResponse)], passes: .endsInTime,
      why: "A client without a timeout can wait indefinitely.",
      fix: "Set a timeout for every request, shorter than --timeout here."),
    CheckCase(
      "C10", "429 with Retry-After", .practice, .rfc9110("10.2.3"), lesson: 12,
      poisons: [.server(.tooManyRequests(seconds: 2))], passes: .waits(seconds: 2),
      why: "A client that retries at once makes an overload worse.",
      fix: "Wait as long as Retry-After says, or say when to try again."),
    CheckCase(
      "C11", "410 Gone", .practice, .rfc9110("15.5.11"), lesson: 12,
      poisons: [.server(.gone)], passes: .oneTokenRequest.and(.endsClearly),
      why: "410 means that the service is no longer available, probably permanently.",
      fix: "Do not retry. Say that the service no longer exists."),
    CheckCase(
      "C12", "307 to another URL", .practice, .rfc9110("15.4.8"), lesson: 4,
      poisons: [.server(.redirectedTokenRequest)], passes: .nothingElsewhere,
      why:
        "A client that follows it sends the same POST, with the code and the verifier, to another URL.",
      fix: "Do not follow redirects at the token endpoint."),
    CheckCase(
      "C13", "no refresh token", .must, .rfc6749("5.1"), lesson: 5,
      poisons: [.server(.withoutMember("refresh_token"))], passes: .completes,
      why: "A client that requires a refresh token fails at servers that issue none.",
      fix: "Work without a refresh token, and ask the user again when the token expires."),
    CheckCase(
      "C14", "secrets in the output and in files", .must, .rfc6749("10.3"), lesson: 6,
      runs: .shared, passes: .keepsSecrets,
      why: "Logs are shared, and other users of the machine could read the file.",
      fix: "Print no secret, and create every file with tokens with mode 0600."),
    CheckCase(
      "C15", "a rejected refresh in two formats", .practice, .rfc6749("5.2"), lesson: 12,
      poisons: [
        .server(.rejectedRefresh(isFitbits: true)), .server(.rejectedRefresh(isFitbits: false)),
      ], passes: .startsOverOrSays,
      why:
        "Servers use different error formats. Both errors mean that the user must authorize again.",
      fix:
        "Read errors[].errorType and error, and start a new transaction, or say that the user must "
        + "authorize again."),
  ]
}
