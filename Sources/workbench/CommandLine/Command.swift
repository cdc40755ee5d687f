import Runs
import Terminal
import Transcript

/// A command of the program: what is known of it, and what it does.
///
/// Parsing, help, completions and dispatch read `Commands.all`, and nothing else.
protocol Command: SendableMetatype {
  /// The word that calls it.
  static var name: String { get }
  /// What the parser, the help and the completions know of it.
  static var description: CommandDescription { get }

  /// Reads what the command line, the session and the files it names say.
  ///
  /// - Throws: `CommandError` if they do not fit together.
  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle) async throws
  /// Does the work, and says how the program should end.
  func run() async throws -> ExitCode
}

/// The commands that there are.
enum Commands {
  /// All of them, in the order of the help.
  static let all: [any Command.Type] = [
    WalkCommand.self, StepCommand.self, NextCommand.self, CompareCommand.self,
    AttackCommand.self, LessonCommand.self, PracticeCommand.self, ExplainCommand.self,
    ProfileCommand.self, RefreshCommand.self, IntrospectCommand.self, RevokeCommand.self,
    SessionCommand.self, GlossaryCommand.self, ChallengeCommand.self, ScenariosCommand.self,
    ServersCommand.self, DoctorCommand.self, CompletionsCommand.self, VersionCommand.self,
    ManCommand.self, HelpCommand.self,
  ]

  /// What the help says of each.
  static var descriptions: [CommandDescription] { all.map { $0.description } }

  /// The command that a word calls; `nil` if none does.
  static func named(_ name: String) -> (any Command.Type)? { all.first { $0.name == name } }
}
