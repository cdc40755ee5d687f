import HTTPMessages

extension SequenceDiagram {
  /// The diagram in words, one sentence per event, for readers who cannot see it.
  public var sentences: [String] {
    events.map { event in
      switch event {
      case .arrow(let arrow): sentence(arrow)
      case .note(let note):
        (note.place == [.client] ? "In the client: " : "")
          + note.pieces.map(Self.shown).joined(separator: ": ")
      }
    }
  }

  private func sentence(_ arrow: SequenceArrow) -> String {
    let ends = "\(Self.shown(name(of: arrow.from))) to \(Self.shown(name(of: arrow.to)))"
    let label = Self.shown(arrow.label)
    guard let values = arrow.values else { return "\(ends): \(label)" }
    guard !values.isEmpty else { return "\(ends): \(label), without a value" }
    var list = values.prefix(Self.valueLimit).map { value in
      let place = value.isInFragment ? " in the fragment" : ""
      let name = Self.shown(value.name) + place
      return value.secrecy.map { "\(name) (secret, \($0.text))" } ?? name
    }
    if values.count > list.count { list.append("and \(values.count - list.count) more") }
    return "\(ends): \(label), with \(list.joined(separator: ", "))"
  }
}
