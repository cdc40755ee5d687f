/// A point in time, as a person reads it.
package struct UTCTime: Hashable, Sendable {
  /// Seconds since 1970-01-01 00:00 UTC; one before that counts as that.
  package let secondsSince1970: Int64

  /// Takes a time of the clock.
  package init(secondsSince1970: Int64) {
    self.secondsSince1970 = max(0, secondsSince1970)
  }

  /// The time in ISO 8601, such as `2026-11-22T20:15:44Z`.
  package var text: String {
    let (days, second) = Int(secondsSince1970).quotientAndRemainder(dividingBy: 86400)
    let date = CivilDate(daysSince1970: days)
    let numbers = [date.month, date.day, second / 3600, second / 60 % 60, second % 60]
      .map(CivilDate.twoDigits)
    return "\(date.year)-\(numbers[0])-\(numbers[1])T\(numbers[2]):\(numbers[3]):\(numbers[4])Z"
  }
}
