import Runs
import Transcript

/// The help, made from the tables that the parser reads.
enum HelpText {
  /// The list of all commands.
  static func overview(_ program: String, _ style: TextStyle) -> String {
    let commands = Commands.descriptions.map { command in
      (([command.name] + command.operands).joined(separator: " "), command.summary)
    }
    return style.heading("Usage") + "\n  \(program) COMMAND [OPTIONS]\n\n"
      + style.heading("Commands")
      + "\n" + table(commands, style)
      + "\n  \(program) help COMMAND explains a command, with examples.\n"
      + "  \(program) --version prints the version.\n"
  }

  /// The help of one command.
  static func of(_ command: CommandDescription, _ program: String, _ style: TextStyle) -> String {
    let operands = command.operands.map { " " + $0 }.joined()
    var text = style.heading("Usage") + "\n  \(program) \(command.name)\(operands) [OPTIONS]\n\n"
    text += lines(
      style.wrap(
        command.summary.prefix(1).uppercased() + command.summary.dropFirst() + ".", indentation: 0))
    for paragraph in command.details { text += "\n" + lines(style.wrap(paragraph, indentation: 0)) }
    if !command.copyable.isEmpty { text += "\n" + lines(command.copyable) }
    text += "\n" + style.heading("Options") + "\n"
    text += table(
      command.options.map {
        (([$0.name] + ($0.placeholder.map { [$0] } ?? [])).joined(separator: " "), $0.help)
      },
      style)
    if !command.switches.isEmpty {
      text += "\n" + style.heading("Switches") + "\n"
      text += table(command.switches.map { ($0.name, $0.state) }, style)
    }
    text += "\n" + style.heading("Examples") + "\n"
    for example in command.examples {
      text +=
        "  \(example.command.replacing("workbench ", with: program + " "))\n"
        + lines(style.wrap(example.purpose, indentation: 6))
    }
    if !command.recipes.isEmpty {
      text +=
        "\n"
        + lines(command.recipes.map { $0.replacing("    workbench ", with: "    \(program) ") })
    }
    return text
  }

  /// Two columns, or one below the other where the terminal is narrow.
  static func table(_ rows: [(String, String)], _ style: TextStyle) -> String {
    let left = (rows.map(\.0.count).max() ?? 0) + 4
    guard style.width - left >= 30 else {
      return rows.map { "  \(style.name($0.0))\n" + lines(style.wrap($0.1, indentation: 6)) }
        .joined()
    }
    return rows.map { row in
      let wrapped = style.wrap(row.1, indentation: left)
      let padding = String(repeating: " ", count: left - 2 - row.0.count)
      let first = wrapped.first.map { $0.dropFirst(left) } ?? ""
      return "  \(style.name(row.0))\(padding)\(first)\n" + lines(Array(wrapped.dropFirst()))
    }.joined()
  }

  private static func lines(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}
