import HTTPMessages

/// Whether the clock can be right: certificates and lifetimes are judged by it.
struct ClockCheck {
  /// The present, in seconds since 1970-01-01 00:00 UTC.
  let now: Int64

  /// 2026-01-01 00:00 UTC: this program is no older.
  private static let earliest: Int64 = 1_767_225_600

  var finding: Finding {
    let time = UTCTime(secondsSince1970: now).text
    guard now >= Self.earliest else {
      return Finding(
        "clock", .wanting, "it says \(time), which is before this program was made: set it")
    }
    return Finding("clock", .fine, "it says \(time); --network compares it with the server's")
  }
}
