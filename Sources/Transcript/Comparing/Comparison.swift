public import Vocabulary

/// Flows side by side, as data: every form of the comparison is made from this.
///
/// What a run can show is read from a run; only the judgement of the standards comes from a table.
public struct Comparison: Hashable, Sendable {
  /// One thing that is said of one flow.
  public struct Cell: Hashable, Sendable {
    /// What is said, an item each; empty if there is nothing of the kind.
    public let items: [Item]
    /// The section that says it; `nil` for what a run showed.
    public let reference: Reference?
    /// A condition of it, for which a narrow cell has no room; `nil` if it has none.
    public let note: String?
    /// Whether it was read from a run.
    public let isFromRun: Bool

    /// The items on one line, each with its mark.
    public var text: String {
      items.isEmpty ? "–" : items.map(\.marked).joined(separator: "; ")
    }

    /// The items on one line, with their source.
    var sourcedText: String { source.map { "\(text) (\($0))" } ?? text }

    /// The section with the condition, if one is named.
    var source: String? {
      reference.map { $0.shortText + (note.map { ": " + $0 } ?? "") }
    }
  }

  /// A part of what is said, with what it means for the safety of the flow.
  public struct Item: Hashable, Sendable {
    /// What an item means; the words of its text say it too.
    public enum Meaning: String, Hashable, Sendable {
      /// Somebody sees a value who should not need to.
      case exposed
      /// Only somebody sees a value who has to.
      case direct
      /// A thief got what they wanted.
      case works
      /// A thief was stopped.
      case refused
    }

    /// What is said.
    public let text: String
    /// What it means; `nil` for what is neither good nor bad.
    public let meaning: Meaning?

    /// Says something.
    public init(_ text: String, _ meaning: Meaning? = nil) {
      self.text = text
      self.meaning = meaning
    }

    /// The text, after a mark for the result of an attack.
    public var marked: String {
      switch meaning {
      case .works: "✗ " + text
      case .refused: "✓ " + text
      case .exposed, .direct, nil: text
      }
    }
  }

  /// One thing that is said of all flows.
  public struct Row: Hashable, Sendable {
    /// What is compared.
    public let title: String
    /// What is said of each flow, in the order of the flows.
    public let cells: [Cell]

    /// Whether the flows differ in it.
    public var differs: Bool { Set(cells.map(\.items)).count > 1 }
  }

  /// Rows that belong together.
  public struct Section: Hashable, Sendable {
    /// What the rows are about.
    public let title: String
    /// The rows.
    public let rows: [Row]
  }

  /// The flows that are compared.
  public let evidence: [FlowEvidence]
  /// The questions that a reader has first, answered in a few words: one screen.
  public let overview: Section
  /// All that is said of them.
  public let sections: [Section]

  /// Compares flows.
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

  /// What is compared, as a title.
  var title: String {
    flows.count == Flow.allCases.count
      ? "The four flows side by side"
      : flows.map(\.name).joined(separator: " and ") + " side by side"
  }

  /// The meaning of the marks.
  static let legend = ["✓ attack failed", "✗ attack worked", "– no such part"]

  /// The origin of the marks of the overview.
  static let method = "Each ✓ and ✗ is an attempt made just now at the practice server."

  /// The title of a row, marked where two flows differ in it.
  func title(of row: Row) -> String {
    (flows.count == 2 && row.differs ? "≠ " : "") + row.title
  }

  /// Where the comparison comes from.
  var introduction: String {
    let remarks = flows.compactMap(\.judgment.comparisonRemark).map { " " + $0 }.joined()
    return
      "Each flow was walked just now, and a thief tried its values at the practice server. What names a "
      + "source was looked up there; everything else was read from these runs." + remarks
  }

  /// The flows, in the order of the columns.
  public var flows: [FlowDescription] { evidence.map(\.flow) }

  static func row(
    _ title: String, _ evidence: [FlowEvidence], _ cell: (FlowEvidence) -> Cell
  ) -> Row {
    Row(title: title, cells: evidence.map(cell))
  }
}

extension Comparison.Cell {
  /// Something that was read from a run, with what a specification adds to it.
  init(run items: [Comparison.Item], _ addition: SourcedText? = nil) {
    self.init(
      items: items, reference: addition?.reference, note: addition?.text, isFromRun: true)
  }

  /// Something that was read from a run, and means neither good nor bad.
  init(run texts: [String], _ addition: SourcedText? = nil) {
    self.init(run: texts.map { Comparison.Item($0) }, addition)
  }

  /// Something that the standards say; `nil` for nothing.
  init(standard: SourcedText?, note: String? = nil) {
    self.init(
      items: standard.map { [Comparison.Item($0.text)] } ?? [], reference: standard?.reference,
      note: note, isFromRun: false)
  }
}
