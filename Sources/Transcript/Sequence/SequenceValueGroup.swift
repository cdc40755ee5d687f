/// Values of an arrow that are drawn together: with the same visibility and in the same place.
struct SequenceValueGroup: Hashable {
  let secrecy: SequenceValue.Visibility?
  /// The names, after a mark and their visibility.
  let text: String

  /// Returns the groups in the order in which they are drawn; none is empty.
  static func groups(of values: [SequenceValue]) -> [SequenceValueGroup] {
    let limit = SequenceDiagram.valueLimit
    let rest = values.count - limit
    var groups: [SequenceValueGroup] = []
    for isInFragment in [false, true] {
      for secrecy in [nil, .browser, .direct] as [SequenceValue.Visibility?] {
        let members = values.prefix(limit).filter {
          $0.isInFragment == isInFragment && $0.secrecy == secrecy
        }
        guard !members.isEmpty else { continue }
        groups.append(Self(members, secrecy, isInFragment: isInFragment))
      }
    }
    return rest > 0 ? groups + [Self(secrecy: nil, text: "and \(rest) more")] : groups
  }

  private init(secrecy: SequenceValue.Visibility?, text: String) {
    self.secrecy = secrecy
    self.text = text
  }

  private init(
    _ members: [SequenceValue], _ secrecy: SequenceValue.Visibility?, isInFragment: Bool
  ) {
    let names = members.map { SequenceDiagram.shown($0.name) }
    let mark = secrecy.map { "\($0.mark) \($0.text): " } ?? ""
    let place = isInFragment ? "in the fragment: " : ""
    self.init(secrecy: secrecy, text: mark + place + names.joined(separator: ", "))
  }
}
