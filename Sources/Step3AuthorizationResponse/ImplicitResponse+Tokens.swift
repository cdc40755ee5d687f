import HTTPMessages
import Vocabulary

extension ImplicitResponse {
  /// Checks that the response is not in the query, as in a code flow (RFC 6749 §4.1.2).
  func checkQuery(_ check: RedirectCheck, fragment form: Form) throws(StepFailure) {
    let names = check.names(in: .query)
    guard form.value(of: "access_token") == nil, form.value(of: "error") == nil,
      names.contains("code") || names.contains("error")
    else { return }
    throw StepFailure(
      .tokenMissing, "The response is in the query, not in the fragment.",
      expected: "#access_token=…&state=…", received: "?" + names.joined(separator: ", "),
      why:
        "A code flow responds in the query, the implicit flow in the fragment. So this redirect does not "
        + "answer the request.",
      reference: .rfc6749("4.1.2"), cause: .otherResponseType)
  }

  func tokens(in form: Form, _ check: RedirectCheck) throws(StepFailure) -> Tokens {
    guard let accessToken = form.value(of: "access_token"), !accessToken.isEmpty else {
      throw StepFailure(
        .tokenMissing, "The redirect has neither an access token nor an error.",
        expected: "access_token=…", received: form.pairs.map(\.name).joined(separator: ", "),
        why: "Without an access token, the client cannot call the API.",
        reference: .rfc6749("4.2.2"), findings: check.findings(in: form))
    }
    return Tokens(
      accessToken: AccessToken(accessToken), tokenType: try tokenType(in: form, check),
      expiresIn: try expiresIn(in: form, check), refreshToken: nil,
      // RFC 6749 §4.2.2: a missing scope means that the requested one was granted.
      scope: form.value(of: "scope").map(Scope.init) ?? requestedScope,
      userID: form.value(of: "user_id"))
  }

  /// Returns the token type; a client must not use one that it does not know (RFC 6749 §7.1).
  private func tokenType(in form: Form, _ check: RedirectCheck) throws(StepFailure) -> String {
    let type = form.value(of: "token_type")
    guard let type, type.lowercased() == "bearer" else {
      throw StepFailure(
        .tokenTypeUnknown, "This client does not know the type of the token.",
        expected: "token_type=Bearer", received: type ?? "no token_type",
        why: "How to present a token depends on its type.", reference: .rfc6749("7.1"),
        findings: check.findings(in: form))
    }
    return type
  }

  /// Returns the lifetime in seconds, digits only (RFC 6749 Appendix A.14).
  private func expiresIn(in form: Form, _ check: RedirectCheck) throws(StepFailure) -> Int? {
    guard let text = form.value(of: "expires_in") else { return nil }
    guard text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let seconds = Int(text),
      seconds <= Int(Int32.max)
    else {
      throw StepFailure(
        .wrongShape, "The parameter expires_in cannot be used.",
        expected: "expires_in as a number of seconds", received: text,
        why: "A guess could give another lifetime.",
        reference: .rfc6749("4.2.2"), findings: check.findings(in: form))
    }
    return seconds
  }
}
