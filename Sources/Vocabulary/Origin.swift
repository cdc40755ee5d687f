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

  /// Where a value comes from, in the words that stand behind its name.
  ///
  /// - Parameter step: The step that made it; `nil` or `before` if none did. What comes after the five steps
  ///   has no number of its own, and only a refresh leaves values.
  /// - Returns: The words, without brackets.
  public func words(step: StepNumber?) -> String {
    guard let step, step > .before else { return rawValue }
    return step == .after ? "\(rawValue), by refresh" : "\(rawValue) in step \(step)"
  }
}
