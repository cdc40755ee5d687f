public import Vocabulary

extension Origin {
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
