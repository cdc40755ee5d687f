import HTTPMessages

extension ClientCheck {
  /// The worst judgment of a case's observations.
  func result(
    _ checked: CheckCase, _ observations: [Observation], _ seconds: Double
  ) -> CaseResult {
    let judgments = observations.map { observation in
      observation.usesOtherTokens
        ? .notReached(
          "The client sent a token before it opened an authorization URL.",
          advice: "Without a token, open the authorization URL first. Store tokens in "
            + "WORKBENCH_TOKEN_FILE, or by issuer and client ID.")
        : checked.condition.judge(observation)
    }
    let worst =
      judgments.first { $0.verdict == .failed } ?? judgments.first { $0.verdict == .notReached }
      ?? judgments.first { !$0.text.isEmpty } ?? judgments.first ?? .passed()
    let secrets = observations.reduce(into: Set<String>()) {
      $0.formUnion($1.secrets.union($1.proofs))
    }
    // The server's reason and the client's last line can contain a secret.
    let judgment = Judgment(
      verdict: worst.verdict, text: Self.cut(SecretText.masked(worst.text, secrets)),
      advice: worst.advice.map { SecretText.masked($0, secrets) })
    return result(
      checked, judgment, seconds, strays: observations.flatMap(\.strays),
      // Only this output can be kept.
      output: worst.verdict == .failed || worst.verdict == .notReached
        ? SecretText.masked(observations.map(\.output).joined(separator: "\n"), secrets) : "")
  }

  func result(
    _ checked: CheckCase, _ judgment: Judgment, _ seconds: Double = 0, strays: [String] = [],
    output: String = ""
  ) -> CaseResult {
    let isFailure = judgment.verdict == .failed
    return CaseResult(
      checked: checked, level: checked.level(isDiscovered: options.isDiscovered),
      verdict: judgment.verdict, note: isFailure ? "" : judgment.text,
      received: isFailure ? judgment.text : "",
      advice: judgment.advice ?? checked.advice, seconds: seconds, strays: strays, output: output)
  }

  /// A text of at most 300 characters, cut after its secrets are hidden.
  private static func cut(_ text: String) -> String {
    text.count > 300 ? text.prefix(300) + "…" : text
  }
}
