public import Vocabulary

/// Step 1: generate the code verifier, and derive the code challenge from it.
///
/// The next step, `AuthorizationRequest`, sends the challenge. The client keeps the verifier for
/// step 4 (RFC 7636 §4.1 and §4.2).
public struct CodeVerifierStep: BuildingStep {
  /// The source of the verifier.
  public enum Source: Hashable, Sendable {
    /// Random octets from a secure generator, which the verifier encodes.
    case randomOctets([UInt8])
    /// A verifier given by the user, not yet checked.
    case given(String)
  }

  /// The output of the step: verifier, challenge, and every value between them.
  public struct Proof: Hashable, Sendable {
    /// The secret, kept until step 4.
    public var verifier: CodeVerifier { derivation.verifier }
    /// The code challenge of the verifier, sent in step 2.
    public var challenge: CodeChallenge { derivation.challenge }
    /// The derivation of the challenge, value by value.
    public let derivation: ChallengeDerivation
  }

  /// No message: this step sends nothing.
  public typealias Message = Never

  /// The random octets, or the given verifier.
  public let source: Source

  /// Creates the step.
  public init(source: Source) {
    self.source = source
  }

  /// Generates the verifier, or checks the given one, and derives the challenge.
  ///
  /// - Throws: `StepFailure` with `verifierInvalid`, naming the first illegal character or
  ///   the length.
  public func output() throws(StepFailure) -> Proof {
    do {
      let verifier =
        switch source {
        case .randomOctets(let octets): try CodeVerifier(randomOctets: octets)
        case .given(let text): try CodeVerifier(text)
        }
      return Proof(derivation: ChallengeDerivation(of: verifier))
    } catch {
      throw failure(for: error)
    }
  }

  private func failure(for fault: CodeVerifier.Fault) -> StepFailure {
    let received =
      switch source {
      case .randomOctets(let octets): "\(octets.count) random octets"
      case .given(let text): text
      }
    return StepFailure(
      .verifierInvalid, "The code verifier cannot be used: \(fault).",
      expected: "43 to 128 characters of A-Z a-z 0-9 - . _ ~", received: received,
      why: "No other verifier is allowed, and an attacker could guess a shorter one.",
      reference: .rfc7636("4.1"))
  }
}
