import HTTPMessages

extension Resource {
  /// Returns a user's fictional data in the form of Fitbit's responses, the same for the same day.
  func content(of user: PracticeUser) -> JSONText {
    switch self {
    case .profile: .object([.init("user", .object(Self.profileMembers(of: user)))])
    case .steps(let days):
      .object([
        .init(
          "activities-steps",
          .array(
            days.map { day in
              // Fitbit sends the number as a string.
              .object([
                .init("dateTime", .string(CivilDate(daysSince1970: day).text)),
                .init("value", .string(String(user.steps ?? 6_000 + day * 7_919 % 5_000))),
              ])
            }))
      ])
    case .sleep(let day):
      .object([
        .init("sleep", .array([])),
        .init(
          "summary",
          .object([
            .init("totalMinutesAsleep", .number(user.minutesAsleep ?? 390 + day * 7_919 % 90)),
            .init("totalSleepRecords", .number(1)),
            .init("totalTimeInBed", .number(user.minutesInBed ?? 420 + day * 7_919 % 90)),
          ])),
      ])
    }
  }

  /// Returns the members of a profile that clients of Fitbit use, a subset of Fitbit's.
  private static func profileMembers(of user: PracticeUser) -> [JSONText.Member] {
    let names = user.name.split(separator: " ", maxSplits: 1).map(String.init)
    return [
      ("encodedId", user.identifier), ("displayName", user.name), ("fullName", user.name),
      ("firstName", names.first ?? ""), ("lastName", names.dropFirst().first ?? ""),
      ("dateOfBirth", "1990-02-28"), ("gender", "NA"), ("locale", "en_GB"),
      ("timezone", "Europe/Berlin"), ("memberSince", "2020-02-29"),
      ("avatar", "https://static.example/practice/avatar-100.png"),
      ("avatar150", "https://static.example/practice/avatar-150.png"),
    ].map { JSONText.Member($0.0, .string($0.1)) } + [.init("age", .number(36))]
  }
}
