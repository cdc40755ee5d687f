public import Vocabulary

/// The result of `explain`: the pasted messages and the findings.
public struct ExplanationReport: Sendable {
  /// A recognized message.
  public struct Message: Sendable {
    /// The kind, as a word for programs.
    public let kind: String
    /// The kind as printed.
    public let title: String
    /// The form of the message, such as a URL or a curl command.
    public let form: String
    /// The values in it.
    public internal(set) var parts: [Parameter]
    /// The number of parts, from the first, that are header fields.
    public let fieldCount: Int

    /// Creates a recognized message.
    public init(kind: String, title: String, form: String, parts: [Parameter], fieldCount: Int) {
      self.kind = kind
      self.title = title
      self.form = form
      self.parts = parts
      self.fieldCount = fieldCount
    }
  }

  /// A finding, with the numbers of the messages concerned.
  public struct Item: Sendable {
    /// The numbers of the messages, counted from 1.
    public let messages: [Int]
    /// The problem or remark.
    public internal(set) var finding: Finding

    /// Creates a finding on some of the messages.
    public init(messages: [Int], finding: Finding) {
      self.messages = messages
      self.finding = finding
    }
  }

  /// The messages in the order in which they were pasted.
  public internal(set) var messages: [Message]
  /// The findings, the worst first.
  public internal(set) var findings: [Item]
  /// The number of pieces of text that are not a known message.
  public let unrecognized: Int
  /// The number of archive entries without an OAuth message.
  public let skipped: Int
  /// The names of the values that are hidden, each once.
  public internal(set) var hidden: [String] = []
  /// The commands to try next.
  public let next: [Advice]

  /// Creates a report in which nothing is hidden yet.
  public init(
    messages: [Message], findings: [Item], unrecognized: Int, skipped: Int, next: [Advice]
  ) {
    self.messages = messages
    self.findings = findings
    self.unrecognized = unrecognized
    self.skipped = skipped
    self.next = next
  }

  /// Returns the number of skipped archive entries in a sentence, or `nil` for none.
  public static func entries(_ skipped: Int) -> String? {
    skipped == 0
      ? nil
      : "Skipped: \(skipped) entr\(skipped == 1 ? "y" : "ies") of the HAR file without an OAuth "
        + "message."
  }

  /// The closing sentences: the hidden values, and the unrecognized text.
  var closing: [String] {
    var sentences = ["Nothing was sent anywhere."]
    if !hidden.isEmpty {
      sentences.append(
        "Hidden: \(hidden.prefix(12).joined(separator: ", ")). To show hidden values, add "
          + "--show-secrets.")
    }
    if unrecognized > 0 {
      sentences.append(
        "Not recognized: \(unrecognized) piece\(unrecognized == 1 ? "" : "s") of the text.")
    }
    return sentences + [Self.entries(skipped)].compactMap(\.self)
  }

  /// Whether a specification or another message contradicts something.
  public var isWrong: Bool { findings.contains { $0.finding.severity == .wrong } }
}
