/// The origin of a value on the screen.
public enum Origin: String, CaseIterable, Hashable, Sendable, Codable {
  /// The workbench computed it from other values.
  case computed
  /// The user, an option, or the scenario's settings gave it.
  case given
  /// A recorded message contains it.
  case recorded
  /// The practice server sent it.
  case practice
  /// A real server sent it.
  case live

  /// Returns the words that follow the name of a value.
  ///
  /// - Parameter step: The step that produced it; `nil` or `before` for none. After the five steps,
  ///   only a refresh produces values, and it has no number.
  /// - Returns: The words, without parentheses.
  public func words(step: StepNumber?) -> String {
    guard let step, step > .before else { return rawValue }
    return step == .after ? "\(rawValue), from refresh" : "\(rawValue) in step \(step)"
  }
}
