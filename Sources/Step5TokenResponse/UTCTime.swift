#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A point in time, as a person reads it.
struct UTCTime: Hashable, Sendable {
  /// Seconds since 1970-01-01 00:00 UTC.
  let secondsSince1970: Int64

  /// The time in ISO 8601, such as `2026-11-22T20:15:44Z`.
  var text: String {
    Date(timeIntervalSince1970: TimeInterval(secondsSince1970)).formatted(.iso8601)
  }
}
