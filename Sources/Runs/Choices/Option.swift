/// An option of the command line.
package struct Option: Hashable {
  /// The word itself, such as `--scenario`.
  package let name: String
  /// What stands for its value in the help; `nil` for an option without one.
  package let placeholder: String?
  /// What it does, in one line.
  package let help: String
  /// The words that it takes; empty if any will do.
  package let words: [String]
  /// Whether it takes others too, such as several of its words in one value.
  package let takesOthers: Bool
  /// Whether it may be given more than once.
  package let isRepeatable: Bool
  /// The command that lists and explains its words; `nil` if the help does.
  package let list: String?

  /// Whether its value is, or may be, a file or a folder.
  package var takesFile: Bool { placeholder.map(Self.namesFile) == true }

  /// Whether a placeholder, with or without brackets, means a file or a folder.
  package static func namesFile(_ placeholder: String) -> Bool {
    let words = placeholder.split { !$0.isLetter }
    return words.contains { ["FILE", "DIR", "PATH", "SERVER"].contains($0) }
  }

  /// Whether an empty value means something, or has a message of its own.
  package var mayBeEmpty: Bool { Self.maybeEmpty.contains(name) }

  /// The values that go over the wire: an empty one is left out, or breaks a rule of the RFC that is named then.
  private static let maybeEmpty: Set = [
    "--scope", "--state", "--verifier", "--redirect-uri", "--client-id", "--allow", "--compare",
    "--prompt",
  ]

  /// The kind of word that it takes, such as "scenario".
  package var kind: String {
    Self.kinds[name] ?? String(name.drop { $0 == "-" }).replacing("-", with: " ")
  }

  private static let kinds = [
    "--app-type": "application type", "--client-auth": "authentication method",
    "--expires-in": "lifetime", "--with": "rule or feature", "--without": "rule or feature",
    "--errors": "form of errors", "--stage": "step", "--color": "value of --color",
  ]

  /// The option as it is typed, with its placeholder if there is no value to show.
  package func words(_ value: String?) -> String {
    placeholder.map { "\(name) \(value ?? $0)" } ?? name
  }

  package init(
    _ name: String, _ placeholder: String? = nil, _ help: String, words: [String] = [],
    takesOthers: Bool = false, isRepeatable: Bool = false, list: String? = nil
  ) {
    self.name = name
    self.placeholder = placeholder
    self.help = help
    self.words = words
    self.takesOthers = takesOthers
    self.isRepeatable = isRepeatable
    self.list = list
  }
}
