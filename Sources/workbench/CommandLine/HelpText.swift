import Runs
import Transcript

/// The help, made from the parser's tables.
enum HelpText {
  /// The title of the switches, whose state says nothing if they are on.
  static let switchesTitle = "Rules and features, on unless noted"

  /// Returns the list of all commands, by group.
  static func overview(_ program: String, _ style: TextStyle) -> String {
    let left = Commands.descriptions.map { words(of: $0).count }.max()
    let groups = CommandGroup.used.map { group in
      style.heading(group.rawValue) + "\n"
        + table(group.commands.map { (words(of: $0), $0.summary) }, style, left: left) + "\n"
    }
    return style.heading("Usage") + "\n  \(program) COMMAND [OPTIONS]\n\n" + groups.joined()
      + table(
        [
          ("\(program) help COMMAND", "explain a command, with examples"),
          ("\(program) next", "run the next command"),
        ], style)
  }

  /// Returns a command with its operands.
  private static func words(of command: CommandDescription) -> String {
    ([command.name] + command.operands).joined(separator: " ")
  }

  /// Returns the help of one command.
  static func of(_ command: CommandDescription, _ program: String, _ style: TextStyle) -> String {
    var text = style.heading("Usage") + "\n  \(program) \(command.usage)\n\n"
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
      text += "\n" + style.heading(switchesTitle) + "\n"
      text += table(command.switches.map { ($0.name, $0.state) }, style)
    }
    text += "\n" + style.heading("Examples") + "\n"
    for example in command.examples {
      text +=
        "  \(named(example.command, program))\n"
        + lines(style.wrap(example.purpose, indentation: 6))
    }
    if !command.recipes.isEmpty {
      text +=
        "\n"
        + fitted(
          lines(command.recipes.map { $0.replacing("    workbench ", with: "    \(program) ") }),
          style, indentation: 2)
    }
    return text
  }

  /// Returns a text written for 80 columns, with its paragraphs wrapped for a narrower terminal.
  ///
  /// Lines with another indentation are code, and stay unchanged.
  static func fitted(_ text: String, _ style: TextStyle, indentation: Int = 0) -> String {
    guard style.width < 80 else { return text }
    var (result, paragraph): ([String], [String]) = ([], [])
    var isFile = false
    func end() {
      result += style.wrap(paragraph.joined(separator: " "), indentation: indentation)
      paragraph = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let words = line.drop { $0 == " " }
      let isMark = line.hasPrefix("----")
      if !isFile, !isMark, line.count - words.count == indentation, words.contains(" ") {
        // After a short line another paragraph starts.
        if let last = paragraph.last, last.count < 60 { end() }
        paragraph.append(String(words))
      } else {
        if !paragraph.isEmpty { end() }
        result.append(String(line))
      }
      // A file starts after a mark with its name, and ends before a mark without one.
      if isMark { isFile = line != "----" }
    }
    if !paragraph.isEmpty { end() }
    return lines(result)
  }

  /// Returns two columns, or one below the other if the terminal is narrow.
  ///
  /// - Parameters:
  ///   - rows: The names with their meanings.
  ///   - style: The width and color of the terminal.
  ///   - longest: The length of the longest name, to align several tables.
  ///   - breaksEarly: Whether a meaning with fewer than 30 columns moves to the next line.
  /// - Returns: The lines.
  static func table(
    _ rows: [(String, String)], _ style: TextStyle, left longest: Int? = nil,
    breaksEarly: Bool = true
  ) -> String {
    let left = (longest ?? rows.map(\.0.count).max() ?? 0) + 4
    guard style.width - left >= 30 || !breaksEarly else {
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

  /// Returns a command line with the program's name as typed here.
  private static func named(_ command: String, _ program: String) -> String {
    command == "workbench" ? program : command.replacing("workbench ", with: program + " ")
  }

  private static func lines(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}
