/// Where a value on the screen comes from.
public enum Origin: String, CaseIterable, Hashable, Sendable, Codable {
  /// The workbench worked it out from other values.
  case computed
  /// It was given: by the user, by an option, or by the scenario's settings.
  case given
  /// It comes from a recorded message.
  case recorded
  /// It comes from the practice server.
  case practice
  /// It comes from a real server.
  case live
}
