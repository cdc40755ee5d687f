public import Vocabulary

/// Flows side by side, as data: every form of the comparison is made from this.
///
/// What a run can show is read from a run; only the judgement of the standards comes from a table.
public struct Comparison: Hashable, Sendable {
  /// One thing that is said of one flow.
  public struct Cell: Hashable, Sendable {
    /// What is said, an item each; empty if there is nothing of the kind.
    public let items: [String]
    /// Where it is laid down; `nil` for what a run showed.
    public let reference: Reference?
    /// Whether it was read from a run.
    public let isFromRun: Bool

    /// The items on one line.
    public var text: String { items.isEmpty ? "none" : items.joined(separator: "; ") }
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
  /// All that is said of them.
  public let sections: [Section]

  /// Compares flows.
  public init(_ evidence: [FlowEvidence]) {
    self.evidence = evidence
    let secrets = SecretValue.allCases.filter { secret in
      evidence.contains { !Exposure(of: secret, in: $0.report).viewers.isEmpty }
    }
    sections =
      [Self.stages(evidence)] + secrets.map { Self.section(on: $0, evidence) }
      + [Self.plantedRedirect(evidence), Self.outcome(evidence), Self.judgement(evidence)]
  }

  /// The flows, in the order of the columns.
  public var flows: [Flow] { evidence.map(\.flow) }

  static func row(
    _ title: String, _ evidence: [FlowEvidence], _ cell: (FlowEvidence) -> Cell
  ) -> Row {
    Row(title: title, cells: evidence.map(cell))
  }
}

extension Comparison.Cell {
  /// Something that was read from a run.
  init(run items: [String]) {
    self.init(items: items, reference: nil, isFromRun: true)
  }

  /// Something that the standards say; `nil` for nothing.
  init(standard: (text: String, reference: Reference)?) {
    self.init(
      items: standard.map { [$0.text] } ?? [], reference: standard?.reference, isFromRun: false)
  }
}
