import HTTPMessages

/// The user's data that the practice server has.
enum Resource: Hashable {
  case profile, steps, sleep

  /// The scope that opens it.
  var scope: String {
    switch self {
    case .profile: "profile"
    case .steps: "activity"
    case .sleep: "sleep"
    }
  }
}

extension Resource {
  /// Invented data in the shape of Fitbit's answers.
  func content(of user: PracticeUser, at now: Int64) -> JSONText {
    switch self {
    case .profile:
      .object([
        .init(
          "user",
          .object([
            .init("displayName", .string(user.name)),
            .init("encodedId", .string(user.identifier)),
            .init("memberSince", .string("2020-02-29")),
            .init("timezone", .string("Europe/Berlin")),
          ]))
      ])
    case .steps:
      // Fitbit sends the number as a string.
      .object([
        .init(
          "activities-steps",
          .array([
            .object([
              .init("dateTime", .string("today")),
              .init("value", .string(String(user.steps + Int(now % 7)))),
            ])
          ]))
      ])
    case .sleep:
      .object([
        .init("sleep", .array([])),
        .init(
          "summary",
          .object([
            .init("totalMinutesAsleep", .number(user.minutesAsleep)),
            .init("totalSleepRecords", .number(1)),
            .init("totalTimeInBed", .number(user.minutesInBed)),
          ])),
      ])
    }
  }
}
