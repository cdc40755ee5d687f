/// What somebody who saw a value tried to do with it, and how the server answered.
public struct Attempt: Hashable, Sendable {
  /// The value that was seen; `nil` for a redirect that somebody planted, for which none is needed.
  public let secret: SecretValue?
  /// What was tried, such as "reads the profile with it".
  public let deed: String
  /// Whether it worked.
  public let succeeded: Bool
  /// The server's answer in a few words, such as "400 invalid_grant".
  public let answer: String

  /// Reports an attempt.
  public init(_ secret: SecretValue?, _ deed: String, succeeded: Bool, answer: String) {
    self.secret = secret
    self.deed = deed
    self.succeeded = succeeded
    self.answer = answer
  }

  /// Deed and outcome on one line.
  public var text: String { "\(deed): " + (succeeded ? "works" : "refused") + " (\(answer))" }
}
