/// Something that goes wrong on demand, so that a client can be seen to cope.
public enum PracticeFault: String, CaseIterable, Hashable, Sendable {
  /// The service is switched off: 410.
  case gone
  /// Too many calls: 429.
  case rateLimited = "rate-limited"
  /// The answer takes five seconds.
  case slow
  /// An HTML page comes instead of JSON.
  case notJSON = "not-json"
  /// Two refreshes met: 409.
  case conflict
  /// The server has a fault of its own: 500.
  case serverError = "server-error"
}
