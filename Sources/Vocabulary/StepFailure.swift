/// Why a step stopped: what was expected, what came instead, and why that matters.
///
/// What to do next is not said here; whoever shows the failure knows what the user can type.
public struct StepFailure: Error, Hashable, Sendable {
  /// The kind of failure.
  public let reason: Reason
  /// The failure in one sentence, harmless to show.
  public let message: String
  /// What would have been right.
  public let expected: String
  /// What came instead, as it came.
  public let received: String
  /// Why the client must stop here.
  public let why: String
  /// Where the rule is laid down.
  public let reference: Reference
  /// What could still be read before the step stopped, explained.
  public let findings: [Parameter]
  /// The cause where it is known more exactly than by the kind; `nil` where only the kind is known.
  public let cause: Cause?

  /// Describes a failure.
  public init(
    _ reason: Reason, _ message: String, expected: String, received: String, why: String,
    reference: Reference, findings: [Parameter] = [], cause: Cause? = nil
  ) {
    self.reason = reason
    self.message = message
    self.expected = expected
    self.received = received
    self.why = why
    self.reference = reference
    self.findings = findings
    self.cause = cause
  }

  /// A cause within a kind of failure, which decides what to advise.
  public enum Cause: Hashable, Sendable {
    /// The text that was given is not a URL.
    case notURL
    /// The authorization request was given instead of the redirect.
    case requestGiven
    /// The response is that of another response type than the client sent.
    case otherResponseType
    /// The endpoint answered with a redirect: the address is another one.
    case otherAddress
    /// The answer has a form that this client does not read.
    case otherForm
    /// The server ends no tokens of this kind.
    case tokenTypeNotRevoked
    /// The server named the redirect URI.
    case redirectURI
    /// The server named the code verifier.
    case verifier
    /// The server named the authorization code.
    case code
  }
}
