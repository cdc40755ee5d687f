import HTTPMessages
import Vocabulary

extension AuthorizationResponse {
  /// RFC 6749 §4.2.2: an answer in the fragment is the implicit grant's.
  func checkFragment(_ check: RedirectCheck) throws(StepFailure) {
    let names = check.names(in: .fragment)
    guard check.names(in: .query).isEmpty,
      names.contains("access_token") || names.contains("code")
    else { return }
    throw StepFailure(
      .codeMissing, "The answer stands behind the #, in the fragment, not in the query.",
      expected: "?code=…&state=…", received: "#" + names.joined(separator: ", "),
      why:
        "The implicit grant answers like that. A code flow answers in the query, and anything else "
        + "did not come from it.",
      reference: .rfc6749("4.2.2"), cause: .otherResponseType)
  }

  func code(in form: Form, _ check: RedirectCheck) throws(StepFailure) -> AuthorizationCode {
    guard let code = form.value(of: "code") else {
      throw StepFailure(
        .codeMissing, "The redirect has neither a code nor an error.", expected: "code=…",
        received: form.pairs.map(\.name).joined(separator: ", "),
        why: "Without a code there is nothing to exchange.", reference: .rfc6749("4.1.2"),
        findings: check.findings(in: form))
    }
    guard !code.isEmpty else {
      throw StepFailure(
        .codeEmpty, "The redirect has a code without any character.", expected: "code=…",
        received: "code=", why: "An empty code can be nobody's.", reference: .rfc6749("4.1.2"),
        findings: check.findings(in: form))
    }
    guard Grammar.isVisible(code) else {
      // It would go on into the token request, and into whatever log repeats it.
      throw StepFailure(
        .redirectMalformed, "The code has a character that no code may have.",
        expected: "printable characters of ASCII",
        received: code.first { !Grammar.isVisible(String($0)) }?.harmlessName ?? "another one",
        why:
          "No server makes such a code: somebody has changed the redirect, or it was decoded wrongly.",
        reference: .rfc6749("Appendix A.11"), findings: check.findings(in: form))
    }
    return AuthorizationCode(code)
  }
}
