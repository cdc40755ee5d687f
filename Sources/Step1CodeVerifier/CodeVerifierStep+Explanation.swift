public import Vocabulary

extension CodeVerifierStep {
  /// What step 1 is called and what it is for.
  public static let heading = StepHeading(
    number: .codeVerifier, name: "code-verifier", title: "Code verifier and code challenge",
    purpose: """
      The app makes a secret for this one authorization, the code verifier, and a fingerprint of it, \
      the code challenge. The fingerprint goes ahead through the browser in step 2; the secret itself \
      follows in step 4, directly to the server. Only the app that made it can show it then, so the \
      authorization code of step 3 is worthless to whoever steals it on its way. That is PKCE: Proof \
      Key for Code Exchange.
      """,
    traffic: "Sends nothing: all of this happens inside the app.")

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

  /// Every value from the verifier to the challenge.
  public func outputs(of proof: Proof) -> [Parameter] {
    let derivation = proof.derivation
    let values = [
      ("code_verifier", proof.verifier.value),
      ("verifier_ascii", hexadecimal(derivation.ascii)),
      ("sha256_digest", hexadecimal(derivation.digest)),
      ("digest_base64", derivation.base64),
      ("digest_base64url", derivation.base64url),
      ("code_challenge", proof.challenge.value),
      ("code_challenge_method", proof.challenge.method.rawValue),
    ]
    return values.map { Parameter($0, $1, in: .insideTheClient, origin: .computed) }
  }

  /// How to get the same challenge without the workbench.
  public func notes(on proof: Proof) -> [Note] {
    let remark: [Note] =
      if case .given = source {
        [
          .remark(
            "A real app never takes a fixed verifier: it makes a new one from 32 random bytes for every "
              + "authorization, as --random does here.")
        ]
      } else {
        []
      }
    return remark + [
      .commands(
        title: "Check it: either line prints the code challenge.",
        lines: proof.derivation.shellCommands)
    ]
  }
}
