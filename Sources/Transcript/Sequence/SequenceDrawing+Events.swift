extension SequenceDrawing {
  /// Draws the label and values of a message, and the arrow below them.
  mutating func draw(_ arrow: SequenceArrow) {
    let (from, to) = (column(of: arrow.from), column(of: arrow.to))
    let middle = (from + to) / 2
    // Between neighbors there is less room: the text may extend slightly beyond a lifeline.
    let room = abs(from - to) > 200 ? 41 : 26
    let label = SequenceDiagram.shown(arrow.label)
    drawText(MonospaceText.wrap(label, room: room), around: middle, style: "label")
    for group in SequenceValueGroup.groups(of: arrow.values ?? []) {
      let lines = MonospaceText.wrap(group.text, room: room - 2)
      if let secrecy = group.secrecy {
        drawSecret(lines, secrecy, around: middle)
      } else {
        drawText(lines, around: middle, style: "names")
      }
    }
    drawLine(from: from, to: to, isReply: arrow.isReply)
  }

  /// Draws a box that starts below the client, or is centered below its participants.
  mutating func draw(_ note: SequenceNote) {
    let room = note.place == [.client] ? 40 : 24
    let title = MonospaceText.wrap(SequenceDiagram.shown(note.title), room: room)
    let lines = title + MonospaceText.wrap(SequenceDiagram.shown(note.text), room: room)
    let extent = (lines.map(Self.extent).max() ?? 0) + 16
    let boxHeight = lines.count * Self.lineHeight + 8
    let columns = note.place.map(column)
    let middle =
      note.place == [.client] ? 2 + extent / 2 : columns.reduce(0, +) / max(columns.count, 1)
    add(
      .element(
        "rect",
        [
          "class": note.isEnd ? "alarm" : "box", "x": "\(middle - extent / 2)", "y": "\(height)",
          "width": "\(extent)", "height": "\(boxHeight)",
        ]))
    add(Self.text(title, x: middle, y: height + 3, style: "label"))
    let below = height + 3 + title.count * Self.lineHeight
    add(Self.text(Array(lines.dropFirst(title.count)), x: middle, y: below, style: "names"))
    advance(by: boxHeight + 12)
  }

  /// Draws text that hides the lifelines below it.
  private mutating func drawText(_ lines: [String], around middle: Int, style: String) {
    guard !lines.isEmpty else { return }
    add(box("behind", around: middle, lines, corner: 0))
    add(Self.text(lines, x: middle, y: height, style: style))
    advance(by: lines.count * Self.lineHeight + 2)
  }

  /// Draws names of secrets in a frame: dashed and angular for the browser, round otherwise.
  private mutating func drawSecret(
    _ lines: [String], _ secrecy: SequenceValue.Visibility, around middle: Int
  ) {
    let style = secrecy == .browser ? "browser" : "direct"
    advance(by: 3)
    add(box(style, around: middle, lines, corner: secrecy == .browser ? 0 : 9))
    add(Self.text(lines, x: middle, y: height, style: style))
    advance(by: lines.count * Self.lineHeight + 6)
  }

  private func box(_ style: String, around middle: Int, _ lines: [String], corner: Int) -> HTML {
    let extent = (lines.map(Self.extent).max() ?? 0) + 10
    return .element(
      "rect",
      [
        "class": style, "x": "\(middle - extent / 2)", "y": "\(height - 1)", "width": "\(extent)",
        "height": "\(lines.count * Self.lineHeight + 4)", "rx": "\(corner)",
      ])
  }

  private mutating func drawLine(from: Int, to: Int, isReply: Bool) {
    let y = height + 8
    let tip = to > from ? to - 1 : to + 1
    let back = to > from ? tip - 9 : tip + 9
    add(
      .element(
        "line",
        [
          "class": isReply ? "arrow reply" : "arrow", "x1": "\(from)", "x2": "\(back)",
          "y1": "\(y)", "y2": "\(y)",
        ]))
    add(
      .element(
        "polygon",
        ["class": "head", "points": "\(tip),\(y) \(back),\(y - 5) \(back),\(y + 5)"]))
    advance(by: 24)
  }
}
