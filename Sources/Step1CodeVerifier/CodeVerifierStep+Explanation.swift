public import Vocabulary

extension CodeVerifierStep {
  /// The heading of step 1: title, purpose, and channel.
  public static let heading = StepHeading(
    number: .codeVerifier, name: "code-verifier", title: "Code verifier and code challenge",
    purpose: """
      The client generates a secret, the code verifier, and sends only its hash, the code challenge, through \
      the browser. The verifier in step 4 proves that the same client started the transaction. That is PKCE, \
      Proof Key for Code Exchange.
      """,
    traffic: "No message: this step happens inside the client.",
    details: ["verifier_ascii", "digest_base64", "digest_base64url", "code_challenge_method"])

  /// The reason why the challenge can be sent, and a warning if the verifier is fixed.
  public var protection: String {
    "The challenge does not reveal the verifier: SHA-256 cannot be reversed."
      + (isGiven
        ? " This verifier is fixed: a real client generates a new one for every transaction." : "")
  }

  /// Whether the verifier is given, not generated from random octets.
  private var isGiven: Bool { if case .given = source { true } else { false } }

  /// The random octets or the given verifier.
  public var inputs: [Parameter] {
    switch source {
    case .randomOctets(let octets):
      [
        Parameter("random_octets", hexadecimal(octets), in: .insideTheClient, origin: .computed)
      ]
    case .given(let text):
      [Parameter("code_verifier", text, in: .insideTheClient, origin: .given)]
    }
  }

  /// Returns every value from the verifier to the challenge.
  public func outputs(of proof: Proof) -> [Parameter] {
    let derivation = proof.derivation
    let verifier = Parameter(
      "code_verifier", proof.verifier.value, in: .insideTheClient,
      origin: isGiven ? .given : .computed)
    let values = [
      ("verifier_ascii", hexadecimal(derivation.ascii)),
      ("sha256_digest", hexadecimal(derivation.digest)),
      ("digest_base64", derivation.base64),
      ("digest_base64url", derivation.base64url),
      ("code_challenge", proof.challenge.value),
      ("code_challenge_method", proof.challenge.method.rawValue),
    ]
    return [verifier]
      + values.map { Parameter($0, $1, in: .insideTheClient, origin: .computed) }
  }

  /// Returns the commands that compute the same challenge, and a remark on a fixed verifier.
  public func notes(on proof: Proof) -> [Note] {
    let remark: [Note] =
      if case .given = source {
        [
          .remark("--random generates the verifier from 32 random bytes, as a real client does.")
        ]
      } else {
        []
      }
    return remark + [
      .commands(
        title: "Check it yourself. Either command prints the code challenge:",
        lines: proof.derivation.shellCommands)
    ]
  }
}
