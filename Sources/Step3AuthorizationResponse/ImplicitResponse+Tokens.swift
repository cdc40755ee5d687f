import HTTPMessages
import Vocabulary

extension ImplicitResponse {
  /// RFC 6749 §4.1.2: an answer in the query is that of a code flow.
  func checkQuery(_ check: RedirectCheck, besides form: Form) throws(StepFailure) {
    let names = check.names(in: .query)
    guard form.value(of: "access_token") == nil, form.value(of: "error") == nil,
      names.contains("code") || names.contains("error")
    else { return }
    throw StepFailure(
      .tokenMissing, "The answer stands behind the ?, in the query, not in the fragment.",
      expected: "#access_token=…&state=…", received: "?" + names.joined(separator: ", "),
      why:
        "A code flow answers like that. This app asked for a token, and did not cause this answer.",
      reference: .rfc6749("4.1.2"), cause: .otherResponseType)
  }

  func tokens(in form: Form, _ check: RedirectCheck) throws(StepFailure) -> Tokens {
    guard let accessToken = form.value(of: "access_token"), !accessToken.isEmpty else {
      throw StepFailure(
        .tokenMissing, "The redirect has neither an access token nor an error.",
        expected: "access_token=…", received: form.pairs.map(\.name).joined(separator: ", "),
        why: "Without an access token there is nothing to go on with.",
        reference: .rfc6749("4.2.2"), findings: check.findings(in: form))
    }
    return Tokens(
      accessToken: AccessToken(accessToken), tokenType: try tokenType(in: form, check),
      expiresIn: try expiresIn(in: form, check), refreshToken: nil,
      // RFC 6749 §4.2.2: a missing scope means that the requested one was granted.
      scope: form.value(of: "scope").map(Scope.init) ?? requestedScope,
      userID: form.value(of: "user_id"))
  }

  /// RFC 6749 §7.1: a token of a type that the client does not understand must not be used.
  private func tokenType(in form: Form, _ check: RedirectCheck) throws(StepFailure) -> String {
    let type = form.value(of: "token_type")
    guard let type, type.lowercased() == "bearer" else {
      throw StepFailure(
        .tokenTypeUnknown, "The token is of a type that this client does not know.",
        expected: "token_type=Bearer", received: type ?? "no token_type",
        why: "How to present a token depends on its type.", reference: .rfc6749("7.1"),
        findings: check.findings(in: form))
    }
    return type
  }

  /// RFC 6749 Appendix A.14: a number of seconds, digits only.
  private func expiresIn(in form: Form, _ check: RedirectCheck) throws(StepFailure) -> Int? {
    guard let text = form.value(of: "expires_in") else { return nil }
    guard text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let seconds = Int(text),
      seconds <= Int(Int32.max)
    else {
      throw StepFailure(
        .wrongShape, "The parameter expires_in cannot be used.",
        expected: "expires_in as a number of seconds", received: text,
        why: "Guessing what was meant could turn it into another lifetime.",
        reference: .rfc6749("4.2.2"), findings: check.findings(in: form))
    }
    return seconds
  }
}
