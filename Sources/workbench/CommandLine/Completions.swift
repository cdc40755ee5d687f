import Runs

/// Completions for the shells, made from the tables that the parser reads.
enum Completions {
  /// The script for a shell; empty for one that is not known, which the parser does not let through.
  static func script(for shell: String) -> String {
    switch shell {
    case "bash": bash
    case "zsh": zsh
    case "fish": fish
    default: ""
    }
  }

  private static var commandNames: String {
    Commands.descriptions.map(\.name).joined(separator: " ")
  }

  private static var bash: String {
    let cases = Commands.descriptions.map { command in
      let words = command.operandWords + command.options.map(\.name)
      let files = command.takesFiles ? "; files=yes" : ""
      return "    \(command.name)) words='\(words.joined(separator: " "))'\(files) ;;\n"
    }
    let values = optionsWithWords.map { option in
      // A word with a blank in it cannot stand in a list that bash splits at blanks.
      let words = option.words.filter { !$0.contains(" ") }
      return "    \(option.name)) words='\(words.joined(separator: " "))' ;;\n"
    }
    return """
      # Completions of workbench for bash: source <(workbench completions bash)
      _workbench() {
        local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" words='' files=''
        case "${COMP_WORDS[1]}" in
      \(cases.joined())  esac
        case "$previous" in
      \(values.joined())    \(files.map(\.name).joined(separator: "|"))) COMPREPLY=($(compgen -f -- "$current")); return ;;
        esac
        if [ "$COMP_CWORD" -eq 1 ]; then words='\(commandNames) --help --version'; fi
        COMPREPLY=($(compgen -W "$words" -- "$current"))
        if [ -n "$files" ] && [ "$COMP_CWORD" -gt 1 ]; then COMPREPLY+=($(compgen -f -- "$current")); fi
      }
      complete -F _workbench workbench

      """
  }

  private static var zsh: String {
    let commands = Commands.descriptions.map { "    '\($0.name):\(zshText($0.summary))'\n" }
    let cases = Commands.descriptions.map { command in
      let operand =
        command.operandWords.isEmpty
        ? (command.takesFiles ? " '*:file:_files'" : "")
        : " '1:word:(\(command.operandWords.joined(separator: " ")))'"
      let options = command.options.map { " \\\n        '\(zshOption($0))'" }
      return "      \(command.name)) _arguments\(operand)\(options.joined()) ;;\n"
    }
    return """
      #compdef workbench
      # Completions of workbench for zsh: workbench completions zsh > ~/.zfunc/_workbench
      _workbench() {
        local -a commands=(
      \(commands.joined())  )
        if (( CURRENT == 2 )); then
          _describe command commands
        else
          local command=${words[2]}
          shift words
          (( CURRENT-- ))
          case $command in
      \(cases.joined())    esac
        fi
      }
      _workbench "$@"

      """
  }

  private static func zshOption(_ option: Option) -> String {
    let help = zshText(option.help)
    let name = (option.isRepeatable ? "*" : "") + option.name
    guard let placeholder = option.placeholder else { return "\(name)[\(help)]" }
    let words = option.words.map { $0.replacing(" ", with: "\\ ") }.joined(separator: " ")
    let isFile = files.contains(option)
    let values = words.isEmpty ? (isFile ? "_files" : " ") : "(\(words))"
    return "\(name)=[\(help)]:\(placeholder):\(values)"
  }

  /// Text without the characters that end a zsh description.
  private static func zshText(_ text: String) -> String {
    text.replacing("[", with: "(").replacing("]", with: ")").replacing(":", with: " -")
      .replacing("'", with: "’")
  }

  /// The options whose value is a file.
  private static let files: [Option] = [
    .session, .response, .outputFile, .clients, .log, .record, .replay,
  ]

  private static var fish: String {
    var lines = ["# Completions of workbench for fish", "complete -c workbench -f"]
    for command in Commands.descriptions {
      lines.append(
        "complete -c workbench -n __fish_use_subcommand -a \(command.name) -d \(quote(command.summary))"
      )
      let here = "complete -c workbench -n '__fish_seen_subcommand_from \(command.name)'"
      if !command.operandWords.isEmpty {
        lines.append("\(here) -a \(quote(command.operandWords.joined(separator: " ")))")
      }
      if command.takesFiles { lines.append("\(here) -F") }
      for option in command.options {
        let name = option.name.dropFirst(2)
        let isFile = files.contains(option)
        let values =
          option.placeholder == nil
          ? "" : isFile ? " -rF" : " -x -a \(quote(option.words.joined(separator: " ")))"
        lines.append("\(here) -l \(name)\(values) -d \(quote(option.help))")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func quote(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }

  /// Every option that takes one of some words, once.
  private static var optionsWithWords: [Option] {
    var seen: Set<String> = []
    return Commands.descriptions.flatMap(\.options)
      .filter { !$0.words.isEmpty && seen.insert($0.name).inserted }
  }
}
