import Foundation

/// Finds shell that works on Linux and not on a Mac: options of GNU's tools, commands that macOS lacks, and what
/// bash got after version 3.2, the one that macOS has.
///
/// It reads text, so it sees a habit only where it is written in the usual way.
struct PortableShell {
  /// What is not portable, and how to recognize it in a command.
  struct Habit {
    let name: String
    // Swift's own expressions take six times as long here.
    let pattern: NSRegularExpression
  }

  /// The words between a command and one of its options, which belong to the same command.
  private static let words = #"\b(?:\s+[^\s|;&]+)*?\s+"#
  /// Where a command may begin.
  private static let start = #"(?:^|[|;&({`]|\b(?:then|do|else|exec|command|!))\s*"#

  private static let table: [(name: String, pattern: String)] = [
    ("sed -i", #"\bsed\#(words)-[nEs]*i\b"#),
    (
      "GNU's regular expressions",
      #"\b(?:sed|grep)\s+(?:-[a-zA-DF-Z]+\s+)*(?:'[^'|]*|"[^"|]*)\\(?:[+?|]|[sSwWdb]\b)"#
    ),
    ("grep -P", #"\bgrep\#(words)-[a-zA-Z]*P"#),
    ("date -d", #"\bdate\#(words)-[a-zA-Z]*[dI]"#), ("date +%N", #"\bdate\s+[^|;&]*%[0-9]*N"#),
    ("readlink -f", #"\breadlink\#(words)-[a-z]*[fem]"#),
    ("realpath with options", #"\brealpath\s+-"#),
    ("mktemp -p", #"\bmktemp\#(words)-[a-z]*[pt]\b"#),
    ("head -n -N", #"\bhead\#(words)-[nc]\s*-\d"#),
    ("xargs -r", #"\bxargs\#(words)-[a-z0-9]*[rd]"#),
    ("sort -V", #"\bsort\#(words)-[a-z]*[Vh]"#), ("stat -c", #"\bstat\#(words)-[a-zA-Z]*c"#),
    ("base64 -w", #"\bbase64\#(words)-[a-z]*w"#), ("seq -w", #"\bseq\#(words)-w"#),
    ("find -printf", #"\bfind\#(words)-printf"#),
    ("cp -t, ln -r, du -b", #"\b(?:(?:cp|mv|ln)\s+-[a-zA-Z]*t|ln\s+-[a-z]*r|du\s+-[a-z]*b)"#),
    (
      "a long option",
      #"\b(?:base64|cat|chmod|cp|cut|date|du|find|grep|head|ln|ls|mkdir|mktemp|mv|rm|sed|seq|sort|stat|tail|touch|tr|uniq|wc|xargs)\#(words)--[a-z]"#
    ),
    ("timeout", #"\#(start)(?:\w+=\S*\s+)*timeout\s+["$\d-]"#),
    (
      "a command that macOS lacks",
      #"\#(start)(?:md5sum|nproc|numfmt|setsid|sha\d+sum|shuf|stdbuf|tac|unbuffer)\b"#
    ),
    ("wc compared as text", #"\$\([^)]*\bwc\b[^|)]*\)"?\s*(?:=|==|!=)\s"#),
    ("declare -A", #"\b(?:declare|local|typeset)\s+-[a-zA-Z]*[Anglu]"#),
    ("mapfile", #"\#(start)(?:mapfile|readarray|coproc)\b"#),
    ("${x,,}", #"\$\{\w+(?:\[[^\]]*\])?(?:,|\^)"#),
    ("${x@Q}", #"\$\{\w+(?:\[[^\]]*\])?@[A-Za-z]\}"#),
    ("|&", #"\|&(?!&)"#), ("&>>", #"&>>"#), (";& in case", #";;?&(?:\s|$)"#),
    ("{00..40}", #"\{-?0\d+\.\.|\{-?\w+\.\.-?(?:0\d+|\w+\.\.)"#),
    ("wait -n", #"\bwait\s+-[nfp]"#), ("[[ -v", #"\[\[\s+(?:!\s+)?-[vR]\s"#),
    ("printf '%(…)T'", #"\bprintf\s[^|;&]*%\(\S*\)T"#), ("{fd}>", #"\s\{[a-z_]\w*\}[<>]"#),
    ("${a[-1]}", #"\$\{\w+\[-\d|\$\{\w+:[^}]*:\s*-\d"#),
    ("read -t 0.1", #"\bread\#(words)(?:-t\s*\d*\.\d|-[a-z]*[iN]\b)"#),
    ("a variable of bash 4 or 5", #"\$\{?(?:BASHPID|EPOCHSECONDS|EPOCHREALTIME|SRANDOM)\b"#),
    ("shopt of bash 4", #"\bshopt\#(words)(?:autocd|globstar|lastpipe|inherit_errexit)"#),
  ]

  private let habits: [Habit]

  init() throws {
    habits = try Self.table.map {
      Habit(name: $0.name, pattern: try NSRegularExpression(pattern: $0.pattern))
    }
  }

  /// The habits in a text, each with the line that it begins on, in the order of the text.
  ///
  /// Comments are left out, and lines that end in a backslash are read together with the next.
  func habits(in text: String) -> [(line: Int, name: String)] {
    var found: [(line: Int, name: String)] = []
    var (command, first) = ("", 1)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if command.isEmpty { first = index + 1 }
      if command.isEmpty, line.drop(while: { $0 == " " }).hasPrefix("#") { continue }
      if line.hasSuffix("\\"), index + 1 < lines.count {
        command += line.dropLast()
        continue
      }
      command += line
      let whole = NSRange(command.startIndex..., in: command)
      for habit in habits where habit.pattern.firstMatch(in: command, range: whole) != nil {
        found.append((first, habit.name))
      }
      command = ""
    }
    return found
  }
}
