extension ClientCheck {
  /// The choices of a check.
  public struct Options: Sendable {
    /// The command: a program and its arguments, with placeholders such as `{issuer}`.
    public var command: [String]
    /// The cases to run; empty for all.
    public var only: [String] = []
    /// The stage to run; `nil` for all.
    public var stage: CheckCase.Stage?
    /// The lowest level to run.
    public var level = CheckCase.Level.practice
    /// Whether the client has a secret.
    public var isConfidential = false
    /// Whether the client is told the issuer alone.
    public var isDiscovered = false
    /// The command with which the client revokes its tokens; empty if it has none.
    public var revokeCommand: [String] = []
    /// The seconds that one process may run.
    public var timeout = 15
    /// The number of cases that run at once.
    public var jobs = 2

    /// Creates the choices for a command, with the defaults for the rest.
    public init(command: [String]) { self.command = command }

    /// Whether a case is among those to run.
    public func includes(_ checked: CheckCase) -> Bool {
      (only.isEmpty || only.contains(checked.id)) && (stage == nil || checked.stage == stage)
        && checked.level(isDiscovered: isDiscovered) <= level
    }

    /// Whether a need of a case is met.
    func meets(_ need: CheckCase.Need) -> Bool {
      switch need {
      case .discovery: isDiscovered
      case .secret: isConfidential
      case .revokeCommand: !revokeCommand.isEmpty
      }
    }
  }

  /// A reason why no case can run.
  public enum Fault: Error, Hashable, Sendable {
    /// No program of that name can be run.
    case notFound(String)
    /// There is a file of that name, and it is not executable.
    case notExecutable(String)
    /// The system could not start it, for its reason.
    case notStarted(String)
    /// No folder can be created in this one, for the system's reason.
    case noFolder(String, reason: String)
    /// The server of a case cannot listen, for this reason.
    case noServer(String)
  }
}
