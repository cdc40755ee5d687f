public import Vocabulary

/// The comparison of flows as data, from which every format is made.
///
/// Everything comes from runs, except the recommendations of the specifications.
public struct Comparison: Hashable, Sendable {
  /// The text of one flow in one row.
  public struct Cell: Hashable, Sendable {
    /// The items; empty if the flow has no such part.
    public let items: [Item]
    /// The section that says so, or `nil` for an observation.
    public let reference: Reference?
    /// A condition that does not fit in a narrow cell, or `nil` if there is none.
    public let note: String?
    /// Whether the items were observed in a run.
    public let isFromRun: Bool

    /// The text of a cell without items.
    static let absent = "–"

    /// The items on one line, each with its mark.
    public var text: String {
      items.isEmpty ? Self.absent : items.map(\.marked).joined(separator: "; ")
    }

    /// The items on one line, with their source.
    var sourcedText: String { source.map { "\(text) (\($0))" } ?? text }

    /// The section with the condition, if one is named.
    var source: String? {
      reference.map { $0.shortText + (note.map { ": " + $0 } ?? "") }
    }
  }

  /// One item of a cell, with its meaning for security.
  public struct Item: Hashable, Sendable {
    /// The meaning of an item, which its text expresses, too; the raw values are in the JSON.
    public enum Meaning: String, Hashable, Sendable {
      /// A party sees a value without needing it.
      case exposed
      /// A party sees a value because it needs it.
      case direct
      /// The attack worked.
      case works
      /// The attack failed.
      case rejected = "refused"
    }

    /// The words of the item.
    public let text: String
    /// The meaning for security, or `nil` if it has none.
    public let meaning: Meaning?

    /// Creates an item.
    public init(_ text: String, _ meaning: Meaning? = nil) {
      self.text = text
      self.meaning = meaning
    }

    /// The text, after a mark for the result of an attack.
    public var marked: String {
      switch meaning {
      case .works: "✗ " + text
      case .rejected: "✓ " + text
      case .exposed, .direct, nil: text
      }
    }
  }

  /// One question, answered for each flow.
  public struct Row: Hashable, Sendable {
    /// The question in a few words.
    public let title: String
    /// The cells in the order of the flows.
    public let cells: [Cell]

    /// Whether the cells differ.
    public var differs: Bool { Set(cells.map(\.items)).count > 1 }
  }

  /// Rows that belong together.
  public struct Section: Hashable, Sendable {
    /// The subject of the rows.
    public let title: String
    /// The rows in order.
    public let rows: [Row]
  }

  /// The runs and attempts of each flow.
  public let evidence: [FlowEvidence]
  /// The first questions of a reader, answered in a few words on one screen.
  public let overview: Section
  /// The details.
  public let sections: [Section]

  /// Creates a comparison from the evidence of each flow.
  public init(_ evidence: [FlowEvidence]) {
    self.evidence = evidence
    overview = Self.overview(evidence)
    let secrets = SecretValue.allCases.filter { secret in
      evidence.contains { !Exposure(of: secret, in: $0.report).viewers.isEmpty }
    }
    sections =
      [Self.stages(evidence)] + secrets.map { Self.section(on: $0, evidence) }
      + [Self.plantedRedirect(evidence), Self.outcome(evidence), Self.recommendations(evidence)]
  }

  /// The title, which names two flows.
  var title: String {
    flows.count == Flow.allCases.count
      ? "The four flows side by side"
      : flows.map(\.name).joined(separator: " and ") + " side by side"
  }

  /// The meaning of the marks.
  static let legend = ["✓ attack failed", "✗ attack worked", "– no such part"]

  /// The meaning of the mark of rows in which two flows differ.
  static let differenceMark = "≠ marks a row in which the two differ."

  /// The origin of the marks of the overview.
  static let method = "Each ✓ and ✗ is an attempt made just now at the practice server."

  /// Returns the title of a row, with a mark if two flows differ.
  func title(of row: Row) -> String {
    (flows.count == 2 && row.differs ? "≠ " : "") + row.title
  }

  /// The origin of the cells.
  var introduction: String {
    let remarks = flows.compactMap(\.judgment.comparisonRemark).map { " " + $0 }.joined()
    return
      "Each flow has just been run, and an attacker tried its values at the practice server. Cells with a "
      + "citation come from the cited source. Everything else was observed." + remarks
  }

  /// The flows in the order of the columns.
  public var flows: [FlowDescription] { evidence.map(\.flow) }

  static func row(
    _ title: String, _ evidence: [FlowEvidence], _ cell: (FlowEvidence) -> Cell
  ) -> Row {
    Row(title: title, cells: evidence.map(cell))
  }
}

extension Comparison.Cell {
  /// Creates a cell from a run, with an addition from a specification.
  init(run items: [Comparison.Item], _ addition: SourcedText? = nil) {
    self.init(
      items: items, reference: addition?.reference, note: addition?.text, isFromRun: true)
  }

  /// Creates a cell from a run, without a meaning for security.
  init(run texts: [String], _ addition: SourcedText? = nil) {
    self.init(run: texts.map { Comparison.Item($0) }, addition)
  }

  /// Creates a cell from a specification, or an empty one from `nil`.
  init(standard: SourcedText?, note: String? = nil) {
    self.init(
      items: standard.map { [Comparison.Item($0.text)] } ?? [], reference: standard?.reference,
      note: note, isFromRun: false)
  }
}
