import HTTPMessages

extension SequenceDiagram {
  /// The diagram in words, a sentence an event: the same for whoever cannot see it.
  public var sentences: [String] {
    events.map { event in
      switch event {
      case .arrow(let arrow): sentence(arrow)
      case .note(let note): Harmless.line("In the app: \(note.title): \(note.text)")
      }
    }
  }

  private func sentence(_ arrow: SequenceArrow) -> String {
    let way = "\(name(of: arrow.from)) to \(name(of: arrow.to))"
    guard let values = arrow.values else { return Harmless.line("\(way): \(arrow.label)") }
    guard !values.isEmpty else { return Harmless.line("\(way): \(arrow.label), without a value") }
    let list = values.map { value in
      let name = value.isInFragment ? "\(value.name) behind the #" : value.name
      return value.secrecy.map { "\(name) (secret, \($0.text))" } ?? name
    }
    return Harmless.line("\(way): \(arrow.label), with \(list.joined(separator: ", "))")
  }
}
