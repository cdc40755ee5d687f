/// The date format of HTTP header fields: IMF-fixdate (RFC 9110 §5.6.7).
package enum HTTPDate {
  /// Formats a point in time.
  package static func text(secondsSince1970: Int) -> String {
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

  /// Parses a date in this format.
  ///
  /// - Parameter text: A date such as `Sun, 22 Nov 2026 20:15:44 GMT`; the weekday is not checked.
  /// - Returns: Seconds since 1970-01-01 00:00 UTC, or `nil` for another format or a date that does
  ///   not exist.
  package static func secondsSince1970(_ text: String) -> Int? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 6, words[5] == "GMT", weekdays.contains(where: { words[0] == $0 + "," }),
      let day = number(words[1], digits: 2), let year = number(words[3], digits: 4),
      let month = months.firstIndex(of: String(words[2])), year >= 1970
    else { return nil }
    let time = words[4].split(separator: ":", omittingEmptySubsequences: false)
    let parts = time.compactMap { number($0, digits: 2) }
    // 60 is allowed for a leap second.
    guard time.count == 3, parts.count == 3, parts[0] < 24, parts[1] < 60, parts[2] <= 60,
      let days = CivilDate.daysSince1970(year: year, month: month + 1, day: day)
    else { return nil }
    return days * 86400 + parts[0] * 3600 + parts[1] * 60 + parts[2]
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    text.utf8.count == digits && text.utf8.allSatisfy(\.isDigit) ? Int(text) : nil
  }
}
