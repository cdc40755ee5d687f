import HTTPMessages

/// The form in which HTTP writes a date: IMF-fixdate, RFC 9110 §5.6.7.
enum HTTPDate {
  /// The text of a moment.
  static func text(secondsSince1970: Int) -> String {
    let (days, second) = secondsSince1970.quotientAndRemainder(dividingBy: 86400)
    let date = CivilDate(daysSince1970: days)
    // 1 January 1970 was a Thursday.
    let weekday = weekdays[(days + 4) % 7]
    let time = [second / 3600, second / 60 % 60, second % 60].map(CivilDate.twoDigits)
    return "\(weekday), \(CivilDate.twoDigits(date.day)) \(months[date.month - 1]) \(date.year) "
      + time.joined(separator: ":") + " GMT"
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
