/// The changes that tests made to a running practice server.
struct ControlState: Sendable {
  /// The seconds by which the server's clock is ahead.
  var clockOffset: Int64 = 0
  /// The decision made instead of showing a page, or `nil` if tests set none.
  var decision: FixedDecision?

  /// The maximum offset of the clock in seconds: ten years of 365 days.
  static let farthest: Int64 = 315_360_000
  /// The maximum number of users.
  static let mostUsers = 500
}

/// A decision for every authorization request.
enum FixedDecision: Hashable, Sendable {
  /// The user decides on the pages.
  case ask
  /// Everything requested is granted.
  case allow
  /// The user denies access.
  case deny
  /// The requested scopes among these are granted; if there are none, the user denies access.
  case scopes([String])
}
