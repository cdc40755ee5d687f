/// One of the five steps of a flow, or one around them.
///
/// A step is a value: its stored properties are its inputs, and `run()` is all that it does. It
/// reads no clock, draws no random number and reaches no network; what it needs of these is passed in.
public protocol Step: Sendable {
  /// What the step gives to those after it.
  associatedtype Output: Sendable
  /// The message that the step builds or reads; `Never` for a step that has none.
  associatedtype Message: Sendable

  /// What the step is called and what it is for.
  static var heading: StepHeading { get }

  /// What this very step is for, where that is not the same for all of its kind.
  var purpose: String { get }

  /// The security property that the step provides once it has succeeded, in one or two sentences.
  var protection: String { get }

  /// The same step, told whose answer it reads, so that it can say what holds at that server only.
  ///
  /// A step that sends something knows its server anyway.
  func from(_ server: AuthorizationServer) -> Self

  /// The same step, told by which authentication scheme the request came that it reads the answer to.
  func answering(_ scheme: String) -> Self

  /// What goes in, each value explained.
  var inputs: [Parameter] { get }

  /// Does the step, and explains it: whatever is read is read once.
  func run() -> StepRun<Output, Message>

  /// Does the step without explaining it: the short form of `run()`.
  ///
  /// - Returns: What the next steps need.
  /// - Throws: `StepFailure`, which says what was expected and what came.
  func output() throws(StepFailure) -> Output
}

extension Step {
  /// What all steps of this kind are for.
  public var purpose: String { Self.heading.purpose }

  /// Nothing beyond the purpose.
  public var protection: String { "" }

  /// The step as it is: it reads no answer, or has nothing to say that differs from server to server.
  public func from(_ server: AuthorizationServer) -> Self { self }

  /// The step as it is: its answer does not depend on how the request authenticated.
  public func answering(_ scheme: String) -> Self { self }

  /// Does the step without explaining it.
  public func output() throws(StepFailure) -> Output { try run().result.get() }
}

/// A step that builds something: all that is to be explained follows from what it has built.
public protocol BuildingStep: Step {
  /// The values that came out, each explained.
  func outputs(of output: Output) -> [Parameter]

  /// The remarks that help to understand this run.
  func notes(on output: Output) -> [Note]
}

extension BuildingStep {
  /// No remarks.
  public func notes(on output: Output) -> [Note] { [] }

  fileprivate func run(message: (Output) -> Message?) -> StepRun<Output, Message> {
    do throws(StepFailure) {
      let output = try output()
      return StepRun(
        output, message: message(output), outputs: outputs(of: output), notes: notes(on: output))
    } catch {
      return StepRun(error, message: nil)
    }
  }
}

extension BuildingStep where Output == Message {
  /// Builds the message, and explains it.
  public func run() -> StepRun<Output, Message> { run { $0 } }
}

extension BuildingStep where Message == Never {
  /// Computes the values, and explains them.
  public func run() -> StepRun<Output, Never> { run { _ in nil } }
}

/// A remark beneath a step.
public enum Note: Hashable, Sendable {
  /// A paragraph that answers a question the reader may have.
  case remark(String)
  /// A paragraph about this run in particular, which even the shortest view shows.
  case notice(String)
  /// Shell commands with which the reader can check the step by other means.
  case commands(title: String, lines: [String])

  /// The paragraph, or `nil` if the note has commands.
  public var text: String? {
    switch self {
    case .remark(let text), .notice(let text): text
    case .commands: nil
    }
  }
}
