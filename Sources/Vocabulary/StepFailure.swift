/// The failure of a step: what was expected, what was received, and why it matters.
///
/// The next action is not part of it: the code that shows the failure knows the commands.
public struct StepFailure: Error, Hashable, Sendable {
  /// The kind of failure.
  public let reason: Reason
  /// The failure in one sentence, safe to print.
  public let message: String
  /// The expected value.
  public let expected: String
  /// The received value, unchanged.
  public let received: String
  /// The reason why the client must not continue.
  public let why: String
  /// The section that defines the rule.
  public let reference: Reference
  /// The values that could still be read, explained.
  public let findings: [Parameter]
  /// The exact cause, or `nil` if only the kind of failure is known.
  public let cause: Cause?

  /// Creates a failure.
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

  /// A cause within a kind of failure, which decides the advice.
  public enum Cause: Hashable, Sendable {
    /// The given text is not a URL.
    case notURL
    /// The authorization request was given instead of the redirect.
    case requestGiven
    /// The response belongs to another response type than the client requested.
    case otherResponseType
    /// The endpoint returned an HTTP redirect to another URL.
    case otherAddress
    /// The response has a form that this client does not read.
    case otherForm
    /// The server does not revoke tokens of this kind.
    case tokenTypeNotRevoked
    /// The server's message names the redirect URI.
    case redirectURI
    /// The server's message names the code verifier.
    case verifier
    /// The server's message names the authorization code.
    case code
  }
}
