/// The form in which HTTP writes a date: IMF-fixdate, RFC 9110 §5.6.7.
enum HTTPDate {
  /// The text of a moment.
  static func text(secondsSince1970: Int) -> String {
    let (days, second) = secondsSince1970.quotientAndRemainder(dividingBy: 86400)
    let date = civilDate(daysSince1970: days)
    // 1 January 1970 was a Thursday.
    let weekday = weekdays[(days + 4) % 7]
    let time = [second / 3600, second / 60 % 60, second % 60].map(twoDigits)
    return "\(weekday), \(twoDigits(date.day)) \(months[date.month - 1]) \(date.year) "
      + time.joined(separator: ":") + " GMT"
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// The Gregorian date of a day.
  ///
  /// Years are counted from March, so that the leap day is the last.
  private static func civilDate(daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
    // 719468 days lie between 1 March of the year 0 and 1970; 400 years have 146097.
    let (era, dayOfEra) = (daysSince1970 + 719_468).quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }
}
