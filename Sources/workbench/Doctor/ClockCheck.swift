import HTTPMessages

/// Whether the clock can be right: certificates and lifetimes are judged by it.
struct ClockCheck {
  /// The present, in seconds since 1970-01-01 00:00 UTC.
  let now: Int64

  /// 2026-01-01 00:00 UTC: this program is no older.
  private static let earliest: Int64 = 1_767_225_600

  var checkup: Checkup {
    let time = UTCTime(secondsSince1970: now).text
    guard now >= Self.earliest else {
      return Checkup(
        "clock", .fix, "it says \(time), which is before this program was made: set it")
    }
    return Checkup("clock", .ok, "it says \(time); --network compares it with the server's")
  }
}
