import HTTPMessages
import Runs
import Terminal
import Transcript
import Vocabulary

/// The program: reads the command line and runs the command.
struct Workbench {
  /// The tools that a build needs, and the systems that its result runs on.
  static let requirements =
    "Swift 6.3: on Linux, or Xcode 26.4 or later on a Mac; what it builds runs on macOS 14 and later"

  let surroundings: Surroundings

  /// Runs the command line.
  ///
  /// - Returns: The exit code.
  func run() async -> ExitCode {
    do {
      return try await dispatch()
    } catch let error as CommandError {
      surroundings.console.hint("workbench: \(Harmless.line(error.message))\n")
      if let next = error.next {
        surroundings.console.hint("\(Harmless.line(surroundings.complete(next).line))\n")
      }
      return error.exitCode
    } catch {
      surroundings.console.hint("workbench: unexpected error: \(Harmless.line("\(error)"))\n")
      return .inputOutput
    }
  }

  private func dispatch() async throws -> ExitCode {
    switch surroundings.arguments.first {
    case nil: return try show(Overview(surroundings, style(.auto)).text)
    case let word? where VersionCommand.options.contains(word):
      return try show(VersionCommand.text)
    case "--help", "-h": return try show(HelpText.overview(surroundings.program, style(.auto)))
    default: break
    }
    let invocation = try Invocation(parsing: surroundings.arguments)
    let style = style(invocation.choices.value(.color).flatMap(ColorChoice.init) ?? .auto)
    if invocation.choices.has(.help) {
      return try show(HelpText.of(invocation.command.description, surroundings.program, style))
    }
    return try await invocation.command.init(invocation.choices, surroundings, style).run()
  }

  private func show(_ text: String) throws(CommandError) -> ExitCode {
    try surroundings.show(text, through: true)
    return .done
  }

  /// Returns the width and the use of color on this terminal (https://no-color.org for NO_COLOR).
  private func style(_ choice: ColorChoice) -> TextStyle {
    let console = surroundings.console
    let usesColor =
      switch choice {
      case .always: true
      case .never: false
      case .auto:
        console.outputIsTerminal && surroundings.variable("NO_COLOR") == nil
          && surroundings.variable("TERM") != "dumb"
      }
    let columns = console.columns ?? surroundings.variable("COLUMNS").flatMap { Int($0) } ?? 80
    return TextStyle(width: min(columns, 100), usesColor: usesColor)
  }
}
