import Runs
import Terminal
import Transcript

/// A command of the program: its description and its action.
///
/// Parsing, help, completions, and dispatch read only `Commands.all`.
protocol Command: SendableMetatype {
  /// The word that runs the command.
  static var name: String { get }
  /// The data for the parser, the help, and the completions.
  static var description: CommandDescription { get }

  /// Creates the command from the command line, the session, and the files that the line names.
  ///
  /// - Throws: `CommandError` if they contradict each other.
  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle) async throws
  /// Runs the command and returns the exit code.
  func run() async throws -> ExitCode
}

/// The list of commands.
enum Commands {
  /// All commands, in the order of the help.
  static let all: [any Command.Type] = [
    WalkCommand.self, StepCommand.self, NextCommand.self, CompareCommand.self,
    AttackCommand.self, LessonCommand.self, PracticeCommand.self, ExplainCommand.self,
    CheckCommand.self, StarterCommand.self,
    ProfileCommand.self, RefreshCommand.self, IntrospectCommand.self, RevokeCommand.self,
    SessionCommand.self, GlossaryCommand.self, ChallengeCommand.self, ScenariosCommand.self,
    ServersCommand.self, DoctorCommand.self, CompletionsCommand.self, VersionCommand.self,
    ManCommand.self, HelpCommand.self,
  ]

  /// The description of each command.
  static var descriptions: [CommandDescription] { all.map { $0.description } }

  /// Returns the command with this name, or `nil` if there is none.
  static func named(_ name: String) -> (any Command.Type)? { all.first { $0.name == name } }
}
