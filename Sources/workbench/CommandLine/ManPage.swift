import Runs
import Vocabulary

/// The manual page in man(7) format, made from the parser's tables.
enum ManPage {
  /// The page, ending in a line feed.
  static var text: String {
    let lines =
      [
        #".TH WORKBENCH 1 "" "workbench \#(Program.version)" "OAuth Workbench""#,
        ".nh", ".ad l", ".SH NAME", #"workbench \- learn OAuth 2.0 at the terminal, offline"#,
        ".SH SYNOPSIS", ".B workbench", #"[\fICOMMAND\fR [\fIOPTION\fR ...]]"#,
        ".SH DESCRIPTION",
        line(
          "OAuth Workbench teaches OAuth 2.0. It walks through Fitbit's authorization code flow with PKCE and "
            + "explains every request, input, and output, compares the flow with three others, runs attacks, and "
            + "includes a practice server for your own client."),
        ".PP", line("Without a command, it prints where you are and the next command."),
        ".SH COMMANDS",
      ] + CommandGroup.used.flatMap(group) + exitStatus
      + section("ENVIRONMENT", environment) + section("FILES", files)
    return lines.map { $0 + "\n" }.joined()
  }

  private static func group(_ group: CommandGroup) -> [String] {
    [".SS " + line(group.rawValue)] + group.commands.flatMap(command)
  }

  private static func command(_ command: CommandDescription) -> [String] {
    let operands = command.operands.map { " " + $0 }.joined()
    var lines = [".PP", #"\fBworkbench \#(line(command.name + operands))\fR"#, ".RS", ".PP"]
    lines.append(
      line(command.summary.prefix(1).uppercased() + command.summary.dropFirst() + "."))
    for paragraph in command.details { lines += [".PP", line(paragraph)] }
    if !command.copyable.isEmpty {
      lines += [".PP", ".nf"] + command.copyable.map(line) + [".fi"]
    }
    for option in command.options {
      let value = option.placeholder.map { #" \fI\#(line($0))\fR"# } ?? ""
      lines += [".TP", #"\fB\#(line(option.name))\fR"# + value, line(option.help)]
    }
    if !command.switches.isEmpty { lines += [".PP", line(HelpText.switchesTitle + ":")] }
    for item in command.switches {
      lines += [".TP", #"\fB\#(line(item.name))\fR"#, line(item.state)]
    }
    for example in command.examples {
      lines += [".TP", #"\fB\#(line(example.command))\fR"#, line(example.purpose)]
    }
    return lines + [".RE"]
  }

  private static var exitStatus: [String] {
    section("EXIT STATUS", ExitCode.allCases.map { ("\($0.rawValue)", $0.meaning) })
  }

  private static let environment = [
    ("WORKBENCH_CLIENT_SECRET", "the client secret, which is never an option"),
    ("BROWSER", "the program that opens a URL in live mode"),
    ("PAGER", "the program that shows long texts; if empty, there is no pager"),
    ("NO_COLOR", "any value turns color off"),
    ("TERM", "dumb turns color and the pager off"),
    ("COLUMNS", "the width if the output is not a terminal"),
    ("http_proxy, https_proxy, no_proxy", "the proxy for live mode, on Linux"),
  ]

  private static let files = [
    (SessionStore.defaultPath, "the values that one step passes to the next"),
    (SessionStore.defaultPath + ".practice", "the tokens that the practice server issued"),
    (SessionStore.defaultPath + ".previous", "real tokens that a new session replaced"),
    (SessionStore.defaultPath + ".lesson", "the last lesson that was read"),
  ]

  private static func section(_ title: String, _ rows: [(String, String)]) -> [String] {
    [".SH " + title] + rows.flatMap { [".TP", #"\fB\#(line($0.0))\fR"#, line($0.1)] }
  }

  /// Returns a line of text; an initial period, or an empty line, would be a formatter request.
  private static func line(_ text: some StringProtocol) -> String {
    let text = escaped(String(text))
    return text.isEmpty || text.hasPrefix(".") ? #"\&"# + text : text
  }

  /// Escapes backslashes, characters that groff replaces with typographic ones, and non-ASCII.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": #"\e"#
      // Unescaped, a copied option would contain a typographic hyphen.
      case "-": #"\-"#
      case "'": #"\(aq"#
      case "`": #"\(ga"#
      case "^": #"\(ha"#
      case "~": #"\(ti"#
      default: scalar.isASCII ? String(scalar) : "\\[u\(hexadecimal(scalar.value, digits: 4))]"
      }
    }.joined()
  }
}
