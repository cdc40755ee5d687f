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
