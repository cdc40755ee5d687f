/// The user's data that the practice server has, by its path in Fitbit's Web API.
enum Resource: String, CaseIterable, Hashable {
  case profile = "/1/user/-/profile.json"
  case steps = "/1/user/-/activities/steps/date/today/1d.json"
  case sleep = "/1.2/user/-/sleep/date/today.json"

  /// The scope that opens it.
  var scope: String {
    switch self {
    case .profile: "profile"
    case .steps: "activity"
    case .sleep: "sleep"
    }
  }
}
