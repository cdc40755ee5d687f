import TestSupport
import Testing

/// That the project's shell needs neither GNU's tools nor a bash newer than 3.2.
struct PortableShellTests {
  /// The one place that may name `timeout`, because it has another way where there is none.
  private static let limit = "Tests/Clients/at-most.sh"

  @Test(
    arguments: Repository.files(under: ".ci", ending: "")
      + Repository.files(under: ".install", ending: "")
      + Repository.files(under: ".github", ending: ".yml")
      + Repository.files(under: "Tests/Clients", ending: ".sh", ".py")
      + Repository.files(under: "Tests/Benchmarks", ending: ".py")
      + ["Tests/WorkbenchTests/Golden/completions-bash.txt"])
  func `a script needs nothing that a Mac lacks`(path: String) throws {
    let text = try #require(Repository.text(of: path))
    for (line, name) in try PortableShell().habits(in: text)
    where !(name == "timeout" && path == Self.limit) {
      Issue.record("\(path):\(line): \(name)")
    }
  }

  @Test(arguments: [Page("README.md")].compactMap(\.self) + Page.course)
  func `a command to type needs nothing that a Mac lacks`(page: Page) throws {
    let shell = try PortableShell()
    for block in page.blocks where block.language == "sh" {
      for (line, name) in shell.habits(in: block.lines.joined(separator: "\n")) {
        Issue.record("\(page.path):\(block.start + line): \(name)")
      }
    }
  }

  @Test func `the scripts are where they are looked for`() {
    expect(Repository.files(under: ".ci", ending: "").count >= 2)
    expect(Repository.files(under: ".install", ending: "").count >= 3)
    expect(Repository.files(under: ".github", ending: ".yml").count >= 1)
    expect(Repository.files(under: "Tests/Clients", ending: ".sh").count >= 10)
  }

  /// Commands with something that a Mac lacks, and what it is called.
  static let lacking: [(command: String, name: String)] = [
    ("sed -i 's/a/b/' file", "sed -i"), ("sed -n -i p file", "sed -i"),
    ("sed -n --in-place p file", "a long option"),
    (#"sed 's/a\+/b/' file"#, "GNU's regular expressions"),
    (#"grep -q 'a\|b' file"#, "GNU's regular expressions"), ("grep -oP 'a' file", "grep -P"),
    ("date -d tomorrow", "date -d"), ("date -u -Iseconds", "date -d"), ("date +%s%3N", "date +%N"),
    ("readlink -f file", "readlink -f"), ("realpath --relative-to=. file", "realpath with options"),
    ("mktemp --suffix=.sh", "a long option"), ("mktemp -d -p folder", "mktemp -p"),
    ("seq 3 | head -n -1", "head -n -N"), ("ls | xargs -r rm", "xargs -r"),
    ("sort -V file", "sort -V"),
    ("stat -c %s file", "stat -c"), ("base64 -w 0 file", "base64 -w"), ("seq -w 1 10", "seq -w"),
    ("find . -name a -printf %f", "find -printf"), ("cp --archive a b", "a long option"),
    ("ls -l --time-style=iso", "a long option"), ("timeout 60 command", "timeout"),
    ("A=1 B=2 timeout 60 command", "timeout"),
    ("timeout --kill-after=10 600 command", "timeout"), ("timeout \"$limit\" command", "timeout"),
    ("cores=$(nproc)", "a command that macOS lacks"), ("cat a | tac", "a command that macOS lacks"),
    (#"[ "$(wc -l < file)" = 1 ]"#, "wc compared as text"), ("local -A table=()", "declare -A"),
    ("mapfile -t lines < file", "mapfile"), ("echo ${name,,}", "${x,,}"),
    ("echo ${name^}", "${x,,}"),
    ("echo ${a[@]@Q}", "${x@Q}"), ("make |& tee log", "|&"), ("make &>> log", "&>>"),
    ("a) echo 1 ;;&", ";& in case"), ("for i in {00..40}; do", "{00..40}"),
    ("for i in {0..60..2}; do", "{00..40}"), ("wait -n", "wait -n"), ("[[ -v name ]]", "[[ -v"),
    ("printf '%(%s)T' -1", "printf '%(…)T'"), ("exec {file}> log", "{fd}>"),
    ("echo ${a[-1]}", "${a[-1]}"), ("read -r -t 0.5 line", "read -t 0.1"),
    ("echo $EPOCHSECONDS", "a variable of bash 4 or 5"), ("shopt -s globstar", "shopt of bash 4"),
    ("ls \\\n  --all", "a long option"),
  ]

  /// Commands that a Mac understands.
  static let portable = [
    "sed -n 's/^a: //p' file", "sed -E 's/(a|b)+/c/' file", "grep -q -- '--option' file",
    "printf x | openssl base64 -A | tr '+/' '-_'", "curl --silent --data a=b \"$url\" | head -c 20",
    "# timeout 60 command", "command -v timeout > /dev/null", "timeout-minutes: 60",
    #"[ "$(wc -l < file)" -eq 1 ]"#, "[ \"$(find . | wc -l | tr -d ' ')\" = 1 ]",
    "local missing=() pair",
    "for i in {0..40}; do", "a || b && c", "make > log 2>&1 &",
    "echo ${name%%=*} ${name#*=} ${a[@]+\"${a[@]}\"}",
    "case $a in b) ;; esac", "sort -u file", "tail -n +2 file", "read -r line", "mktemp -d",
    "wait \"$job\"",
    "ls; docc --help", "kill -- \"-$group\"", "xargs -n 1 echo",
  ]

  @Test(arguments: lacking.map { ($0.command, [$0.name]) } + portable.map { ($0, []) })
  func `what a Mac lacks is found, and what it has is left alone`(
    command: String, names: [String]
  ) throws {
    expect(try PortableShell().habits(in: command).map(\.name), is: names)
  }
}
