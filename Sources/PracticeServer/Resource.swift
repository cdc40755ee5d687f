import HTTPMessages

/// The kinds of user data on the practice server.
enum Resource: Hashable {
  case profile
  /// The steps of some days.
  case steps(days: ClosedRange<Int>)
  /// The sleep of a day.
  case sleep(day: Int)

  /// The scope that gives access to the data.
  var scope: String {
    switch self {
    case .profile: "profile"
    case .steps: "activity"
    case .sleep: "sleep"
    }
  }

  /// The name in the log and in control requests.
  var name: String { String(describing: self).prefix { $0 != "(" }.description }
}

extension Resource {
  /// Creates the resource of a path of Fitbit's API, or `nil` if this server has no data for it.
  ///
  /// - Parameters:
  ///   - path: The path, such as `/1/user/-/activities/steps/date/today/7d.json`.
  ///   - today: The days since 1970-01-01.
  init?(path: String, today: Int) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    guard path.hasSuffix(".json"), parts.count >= 4 else { return nil }
    let words = Array(parts.dropLast()) + [parts[parts.endIndex - 1].dropLast(".json".count)]
    switch (words.prefix(3), Array(words.dropFirst(3))) {
    case (["1", "user", "-"], ["profile"]): self = .profile
    case (["1", "user", "-"], let rest) where rest.prefix(3) == ["activities", "steps", "date"]:
      guard let days = Self.days(rest.dropFirst(3), today: today) else { return nil }
      self = .steps(days: days)
    case (["1.2", "user", "-"], let rest) where rest.prefix(2) == ["sleep", "date"]:
      guard rest.count == 3, let day = Self.day(rest[2], today: today) else { return nil }
      self = .sleep(day: day)
    default: return nil
    }
  }

  /// Whether a path belongs to the API, even without data on this server.
  static func isOfAPI(_ path: String) -> Bool {
    path.hasPrefix("/1/user/-/") || path.hasPrefix("/1.2/user/-/")
  }

  /// The periods with their lengths in days; a period ends on the given date.
  private static let periods = ["1d": 1, "7d": 7, "1w": 7, "30d": 30, "1m": 30]

  /// Returns the days of a date and a period, or of a first and a last date.
  private static func days(_ words: ArraySlice<Substring>, today: Int) -> ClosedRange<Int>? {
    guard words.count == 2, let first = words.first, let last = words.last,
      let day = day(first, today: today)
    else { return nil }
    if let length = periods[String(last)] { return day - length + 1...day }
    guard let end = self.day(last, today: today), day...day + 30 ~= end else { return nil }
    return day...end
  }

  private static func day(_ word: Substring, today: Int) -> Int? {
    if word == "today" { return today }
    let numbers = word.split(separator: "-", omittingEmptySubsequences: false)
    guard numbers.map(\.utf8.count) == [4, 2, 2], word.utf8.allSatisfy({ 0x2D...0x39 ~= $0 }) else {
      return nil
    }
    let values = numbers.compactMap { Int($0) }
    guard values.count == 3, values[0] >= 1970 else { return nil }
    return CivilDate.daysSince1970(year: values[0], month: values[1], day: values[2])
  }
}
