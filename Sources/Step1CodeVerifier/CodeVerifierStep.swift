public import Vocabulary

/// Step 1: make the code verifier, and the code challenge from it.
///
/// The next step is `AuthorizationRequest`, which takes the challenge; the verifier waits for step 4.
/// RFC 7636 §4.1 and §4.2.
public struct CodeVerifierStep: BuildingStep {
  /// Where the verifier comes from.
  public enum Source: Hashable, Sendable {
    /// Random octets from a secure generator, of which the verifier is made.
    case randomOctets([UInt8])
    /// A verifier that somebody gave, still unchecked.
    case given(String)
  }

  /// What the step gives: both values, and every value between them.
  public struct Proof: Hashable, Sendable {
    /// The secret, kept until step 4.
    public var verifier: CodeVerifier { derivation.verifier }
    /// Its transform, sent in step 2.
    public var challenge: CodeChallenge { derivation.challenge }
    /// How the challenge came about.
    public let derivation: ChallengeDerivation
  }

  /// It sends nothing.
  public typealias Message = Never

  /// Where the verifier comes from.
  public let source: Source

  /// Sets the step up.
  public init(source: Source) {
    self.source = source
  }

  /// Makes the verifier, or checks the given one, and derives the challenge.
  ///
  /// - Throws: `StepFailure` with `verifierInvalid`, naming the first character that is not allowed,
  ///   or the length.
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
      why: "A server must refuse any other verifier, and a shorter one could be guessed.",
      reference: .rfc7636("4.1"))
  }
}
