/// A date of the Gregorian calendar.
package struct CivilDate: Hashable, Sendable {
  /// The year.
  package let year: Int
  /// The month, 1 to 12.
  package let month: Int
  /// The day of the month, 1 to 31.
  package let day: Int

  /// Creates the date of a day since 1970-01-01.
  ///
  /// The computation starts years in March, so that the leap day is the last day of a year.
  package init(daysSince1970: Int) {
    // 719468 days separate 1 March of the year 0 from 1970; 400 years have 146097 days.
    let (era, dayOfEra) = (daysSince1970 + 719_468).quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
  }

  /// The days from 1970-01-01 to a date, or `nil` if that date does not exist.
  package static func daysSince1970(year: Int, month: Int, day: Int) -> Int? {
    // January and February count as months of the year before.
    let march = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let days = march * 365 + march / 4 - march / 100 + march / 400 + dayOfYear - 719_468
    let date = CivilDate(daysSince1970: days)
    return date.year == year && date.month == month && date.day == day ? days : nil
  }

  /// The date in ISO 8601 format, such as `2026-11-22`.
  package var text: String { "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))" }

  /// Formats a number below 100 with two digits.
  package static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

/// A point in time, formatted in UTC.
package struct UTCTime: Hashable, Sendable {
  /// Seconds since 1970-01-01 00:00 UTC, at least 0.
  package let secondsSince1970: Int64

  /// Creates a time; a negative number of seconds becomes 0.
  package init(secondsSince1970: Int64) {
    self.secondsSince1970 = max(0, secondsSince1970)
  }

  /// The time in ISO 8601 format, such as `2026-11-22T20:15:44Z`.
  package var text: String {
    CivilDate(daysSince1970: Int(secondsSince1970) / 86400).text + "T" + clock + "Z"
  }

  /// The time of day, such as `20:15:44`.
  package var clock: String {
    let second = Int(secondsSince1970) % 86400
    return [second / 3600, second / 60 % 60, second % 60].map(CivilDate.twoDigits)
      .joined(separator: ":")
  }
}
