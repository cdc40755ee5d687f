/// An option of the command line.
package struct Option: Hashable {
  /// The word itself, such as `--scenario`.
  package let name: String
  /// The placeholder for its value in the help, or `nil` for an option without a value.
  package let placeholder: String?
  /// The description in the help, on one line.
  package let help: String
  /// The values that it accepts, or empty if it accepts any.
  package let words: [String]
  /// Whether it accepts other values too, such as several of its words in one value.
  package let takesOthers: Bool
  /// Whether it may be given more than once.
  package let isRepeatable: Bool
  /// The command that lists and explains its values, or `nil` if the help does.
  package let list: String?

  /// Whether its value is, or may be, a file or a folder.
  package var takesFile: Bool { placeholder.map(Self.namesFile) == true }

  /// Whether a placeholder, optional or not, means a file or a folder.
  package static func namesFile(_ placeholder: String) -> Bool {
    let words = placeholder.split { !$0.isLetter }
    return words.contains { ["FILE", "DIR", "PATH", "SERVER"].contains($0) }
  }

  /// Whether an empty value has a meaning, or its own error.
  package var mayBeEmpty: Bool { Self.maybeEmpty.contains(name) }

  /// The options whose empty value is left out of the request, or has an error that cites a rule.
  private static let maybeEmpty: Set = [
    "--scope", "--state", "--verifier", "--redirect-uri", "--client-id", "--allow", "--compare",
    "--prompt",
  ]

  /// The kind of value that it accepts, such as "scenario".
  package var kind: String {
    Self.kinds[words(nil)] ?? Self.kinds[name]
      ?? String(name.drop { $0 == "-" }).replacing("-", with: " ")
  }

  private static let kinds = [
    "--app-type": "application type", "--client-auth": "authentication method",
    "--expires-in": "lifetime", "--with": "rule or feature", "--without": "rule or feature",
    "--errors": "form of errors", "--stage N": "step", "--color": "value of --color",
  ]

  /// Returns the option as typed, with its placeholder if there is no value to show.
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
