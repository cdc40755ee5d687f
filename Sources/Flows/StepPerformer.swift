public import Vocabulary

/// Whoever does the steps of a flow: it may print them, save what they give, or wait between them.
public protocol StepPerformer {
  /// Does a step.
  ///
  /// - Parameter step: The step with its inputs.
  /// - Returns: What the step gives.
  /// - Throws: `StepFailure` from the step, or what keeps the performer from going on.
  func callAsFunction<S: Step>(_ step: S) throws -> S.Output
}

/// Does the steps and nothing else.
public struct PlainPerformer: StepPerformer {
  /// Makes one.
  public init() {}

  /// Does a step.
  public func callAsFunction<S: Step>(_ step: S) throws -> S.Output { try step.output() }
}
