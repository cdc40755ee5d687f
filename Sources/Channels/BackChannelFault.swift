/// Why the back channel brought no answer.
public enum BackChannelFault: Error, Hashable, Sendable, Codable {
  /// The address has no scheme or host that a request could go to.
  case malformedURL(String)
  /// The address is not `https`, and not on this machine: RFC 6749 §3.2 requires TLS.
  case unprotected(String)
  /// No address is known for the host's name.
  case noSuchHost(String)
  /// Nobody accepts connections at this host and port.
  case refused(String)
  /// The host could not prove who it is; the system's own words say why.
  case certificate(host: String, reason: String)
  /// The answer was not complete after so many seconds.
  case timedOut(seconds: Int)
  /// The answer has more than so many bytes.
  case tooLarge(limit: Int)
  /// The connection ended before the answer was complete.
  case brokenOff(String)
  /// What came is no HTTP.
  case notHTTP(String)
  /// Anything else, in the system's own words.
  case other(String)
}
