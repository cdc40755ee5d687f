public import Vocabulary

/// The result of `explain`: what was pasted, and what was found out about it.
public struct ExplanationReport: Sendable {
  /// A message that was recognized.
  public struct Message: Sendable {
    /// The kind, as a word for programs.
    public let kind: String
    /// The kind in words.
    public let title: String
    /// The form it was given in.
    public let form: String
    /// The values in it.
    public internal(set) var parts: [Parameter]
    /// The number of parts, from the first, that are header fields.
    public let fieldCount: Int

    /// Describes a message.
    public init(kind: String, title: String, form: String, parts: [Parameter], fieldCount: Int) {
      self.kind = kind
      self.title = title
      self.form = form
      self.parts = parts
      self.fieldCount = fieldCount
    }
  }

  /// A finding, with the numbers of the messages that it is about.
  public struct Item: Sendable {
    /// The numbers, counted from 1.
    public let messages: [Int]
    /// The finding.
    public internal(set) var finding: Finding

    /// Describes a finding.
    public init(messages: [Int], finding: Finding) {
      self.messages = messages
      self.finding = finding
    }
  }

  /// The messages in order.
  public internal(set) var messages: [Message]
  /// The findings, the worst first.
  public internal(set) var findings: [Item]
  /// The number of pieces of text that are no known message.
  public let unrecognized: Int
  /// The number of exchanges of archives that hold no message of OAuth.
  public let skipped: Int
  /// The names of the values that are hidden, each once.
  public internal(set) var hidden: [String] = []
  /// What to do next.
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

  /// The number of skipped exchanges in a sentence, or `nil` for none.
  public static func entries(_ skipped: Int) -> String? {
    skipped == 0
      ? nil
      : "Skipped: \(skipped) entr\(skipped == 1 ? "y" : "ies") of the HAR file without a message of OAuth."
  }

  /// The end of a report: what is hidden, and what was not read.
  var closing: [String] {
    var sentences = ["Nothing is sent anywhere."]
    if !hidden.isEmpty {
      sentences.append(
        "Hidden: \(hidden.prefix(12).joined(separator: ", ")). --show-secrets shows them.")
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
