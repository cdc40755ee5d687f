public import Vocabulary

extension TextRenderer {
  /// The way from a code verifier to its challenge.
  public func derivation(_ parameters: [Parameter], notes: [Note]) -> String {
    joined(
      [style.heading("code_challenge = base64url(SHA-256(ASCII(code_verifier)))")]
        + parameters.flatMap { parameter($0) } + notes.flatMap(note))
  }

  /// A code challenge held against the right one.
  public func comparison(
    expected: String, received: String, verdict: String, isEqual: Bool
  ) -> String {
    joined(
      ["", style.heading("Comparison"), "  " + style.name("expected")]
        + ["    " + style.value(expected), "  " + style.name("received")]
        + ["    " + style.value(received)]
        + style.wrap(
          (isEqual ? "" : "They differ. ") + verdict, indentation: 2,
          paint: isEqual ? style.good : style.alarm))
  }
}
