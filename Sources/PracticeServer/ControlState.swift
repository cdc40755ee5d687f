/// What tests changed at a running practice server.
struct ControlState: Sendable {
  /// The seconds by which the server's clock is ahead.
  var clockOffset: Int64 = 0
  /// The decision that is taken instead of showing a page; `nil` if nothing was said about it.
  var decision: FixedDecision?

  /// The most seconds by which the clock can be ahead: ten years of 365 days.
  static let farthest: Int64 = 315_360_000
  /// The most users that a server can have.
  static let mostUsers = 500
}

/// A decision that holds for every authorization request.
enum FixedDecision: Hashable, Sendable {
  /// The pages ask.
  case ask
  /// Everything requested is granted.
  case allow
  /// The user says no.
  case deny
  /// What is requested of these scopes is granted; if that is nothing, the user says no.
  case scopes([String])
}
