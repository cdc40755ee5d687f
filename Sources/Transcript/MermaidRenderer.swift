import HTTPMessages

/// The report as a Mermaid sequence diagram of exactly this run.
public enum MermaidRenderer {
  /// Returns the source of the diagram.
  public static func render(_ report: Report) -> String {
    let diagram = SequenceDiagram(report)
    var lines = ["sequenceDiagram"]
    for participant in diagram.participants {
      let alias = participant == .server ? " as \(escape(diagram.name(of: participant)))" : ""
      lines.append("  participant \(participant.rawValue)\(alias)")
    }
    lines += diagram.events.map { "  " + line(of: $0) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func line(of event: SequenceEvent) -> String {
    switch event {
    case .arrow(let arrow):
      let ends = arrow.from.rawValue + (arrow.isReply ? "-->>" : "->>") + arrow.to.rawValue
      let values = arrow.values.map { "<br/>" + list($0) } ?? ""
      return "\(ends): \(escape(arrow.label))\(values)"
    case .note(let note):
      let place = note.place.map(\.rawValue).joined(separator: ",")
      return "Note over \(place): " + note.pieces.map(escape).joined(separator: "<br/>")
    }
  }

  private static func list(_ values: [SequenceValue]) -> String {
    func names(_ values: [SequenceValue]) -> String { values.map(\.name).joined(separator: ", ") }
    let query = names(values.filter { !$0.isInFragment })
    let fragment = names(values.filter(\.isInFragment))
    guard !fragment.isEmpty else { return escape(query) }
    return escape(query.isEmpty ? "" : query + ", ") + "in the fragment: " + escape(fragment)
  }

  /// Returns the text with Mermaid's special characters as entity codes.
  private static func escape(_ text: String) -> String {
    Harmless.line(text).unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "#", ";", "<", ">", "\"": escaped += "#\(scalar.value);"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
