import HTTPMessages
import Vocabulary

extension AuthorizationResponse {
  /// Checks that the response is not in the fragment, as in the implicit flow (RFC 6749 §4.2.2).
  func checkFragment(_ check: RedirectCheck) throws(StepFailure) {
    let names = check.names(in: .fragment)
    guard check.names(in: .query).isEmpty,
      names.contains("access_token") || names.contains("code")
    else { return }
    throw StepFailure(
      .codeMissing, "The response is in the fragment, not in the query.",
      expected: "?code=…&state=…", received: "#" + names.joined(separator: ", "),
      why:
        "The implicit flow responds in the fragment, a code flow in the query. So this redirect does not "
        + "answer the request.",
      reference: .rfc6749("4.2.2"), cause: .otherResponseType)
  }

  func code(in form: Form, _ check: RedirectCheck) throws(StepFailure) -> AuthorizationCode {
    guard let code = form.value(of: "code") else {
      throw StepFailure(
        .codeMissing, "The redirect has neither a code nor an error.", expected: "code=…",
        received: form.pairs.map(\.name).joined(separator: ", "),
        why: "Without a code, there is nothing to exchange.", reference: .rfc6749("4.1.2"),
        findings: check.findings(in: form))
    }
    guard !code.isEmpty else {
      throw StepFailure(
        .codeEmpty, "The code in the redirect is empty.", expected: "code=…",
        received: "code=", why: "A code has at least one character.", reference: .rfc6749("4.1.2"),
        findings: check.findings(in: form))
    }
    guard Grammar.isVisible(code) else {
      // It would be passed on to the token request and to logs.
      throw StepFailure(
        .redirectMalformed, "The code contains a character that codes cannot contain.",
        expected: "printable ASCII characters",
        received: code.first { !Grammar.isVisible(String($0)) }?.harmlessName
          ?? "another character",
        why:
          "No server issues such a code. The redirect was changed or decoded incorrectly.",
        reference: .rfc6749("Appendix A.11"), findings: check.findings(in: form))
    }
    return AuthorizationCode(code)
  }
}
