/// One of the five steps of a flow, or one before or after them.
///
/// A step is a value: its stored properties are its inputs, and `run()` computes the rest. It uses
/// no clock, no random numbers, and no network; the caller passes in what it needs of these.
public protocol Step: Sendable {
  /// The type of the output for later steps.
  associatedtype Output: Sendable
  /// The type of the message that the step builds or reads, or `Never`.
  associatedtype Message: Sendable

  /// The name and the purpose of all steps of this kind.
  static var heading: StepHeading { get }

  /// The purpose of this step, if it differs from that of its kind.
  var purpose: String { get }

  /// The security property that the step provides once it has succeeded, in one or two sentences.
  var protection: String { get }

  /// Returns the step with the server whose response it reads, for texts about that server.
  ///
  /// A step that sends a request already has its server.
  func from(_ server: AuthorizationServer) -> Self

  /// Returns the step with the authentication scheme of the request that it belongs to.
  func expecting(_ scheme: String) -> Self

  /// The input values, each explained.
  var inputs: [Parameter] { get }

  /// Runs the step and explains it; a message is read once.
  func run() -> StepRun<Output, Message>

  /// Runs the step without an explanation.
  ///
  /// - Returns: The output for later steps.
  /// - Throws: `StepFailure` with the expected and the received values.
  func output() throws(StepFailure) -> Output
}

extension Step {
  /// The purpose from the heading.
  public var purpose: String { Self.heading.purpose }

  /// An empty text: no property beyond the purpose.
  public var protection: String { "" }

  /// Returns the step unchanged: its texts do not depend on the server.
  public func from(_ server: AuthorizationServer) -> Self { self }

  /// Returns the step unchanged: its response does not depend on the authentication.
  public func expecting(_ scheme: String) -> Self { self }

  /// Runs the step and returns only its output.
  public func output() throws(StepFailure) -> Output { try run().result.get() }
}

/// A step that builds a message or values, which determine its explanation.
public protocol BuildingStep: Step {
  /// Returns the output values, each explained.
  func outputs(of output: Output) -> [Parameter]

  /// Returns the remarks on this run.
  func notes(on output: Output) -> [Note]
}

extension BuildingStep {
  /// Returns no remarks.
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
  /// Builds the message and explains it.
  public func run() -> StepRun<Output, Message> { run { $0 } }
}

extension BuildingStep where Message == Never {
  /// Computes the values and explains them.
  public func run() -> StepRun<Output, Never> { run { _ in nil } }
}

/// A remark below a step.
public enum Note: Hashable, Sendable {
  /// A paragraph that answers a question the reader may have.
  case remark(String)
  /// A paragraph about this particular run, which even the shortest view shows.
  case notice(String)
  /// Shell commands that check the step with other programs.
  case commands(title: String, lines: [String])

  /// The paragraph, or `nil` if the note has commands.
  public var text: String? {
    switch self {
    case .remark(let text), .notice(let text): text
    case .commands: nil
    }
  }
}
