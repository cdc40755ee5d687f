/// One of the five steps of a flow.
///
/// A step is a value: its stored properties are its inputs, and `output()` is all that it does. It
/// reads no clock, draws no random number and reaches no network; what it needs of these is passed in.
public protocol Step: Sendable {
  /// What the step gives to those after it.
  associatedtype Output: Sendable

  /// What the step is called and what it is for.
  static var heading: StepHeading { get }

  /// What this very step is for, where that is not the same for all of its kind.
  var purpose: String { get }

  /// What goes in, each value explained.
  var inputs: [Parameter] { get }

  /// Does the step.
  ///
  /// - Returns: What the next steps need.
  /// - Throws: `StepFailure`, which says what was expected and what came.
  func output() throws(StepFailure) -> Output

  /// What came out, each value explained.
  func outputs(of output: Output) -> [Parameter]

  /// Remarks that help to understand this very run.
  func notes(on output: Output) -> [Note]
}

extension Step {
  /// What all steps of this kind are for.
  public var purpose: String { Self.heading.purpose }

  /// No remarks.
  public func notes(on output: Output) -> [Note] { [] }
}

/// A remark beneath a step.
public enum Note: Hashable, Sendable {
  /// A paragraph that answers a question the reader may have.
  case remark(String)
  /// Shell commands with which the reader can check the step by other means.
  case commands(title: String, lines: [String])
}
