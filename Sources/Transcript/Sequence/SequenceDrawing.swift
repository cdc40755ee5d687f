/// A sequence diagram as SVG inside a page.
///
/// It is narrow enough for a phone without scrolling, and grows on a wider page. Its style is in
/// `PageStyle.diagram`; all lengths are in its own units.
public struct SequenceDrawing: Sendable {
  static let width = 320
  /// The distance between two lines of text.
  static let lineHeight = 15
  /// The greatest width of a letter in tenths of a unit: 12 units high, in any font of the style.
  private static let tenthsOfCell = 74

  let diagram: SequenceDiagram
  private let identifier: String
  private(set) var height = 0
  private(set) var pieces: [HTML] = []

  /// Creates the drawing of a diagram.
  ///
  /// - Parameters:
  ///   - diagram: The diagram to draw.
  ///   - identifier: The prefix of its `id` attributes, unique within the page.
  public init(_ diagram: SequenceDiagram, identifier: String) {
    self.diagram = diagram
    self.identifier = identifier
    drawHeads()
    for event in diagram.events {
      switch event {
      case .arrow(let arrow): draw(arrow)
      case .note(let note): draw(note)
      }
    }
    advance(by: 8)
  }

  /// The drawing, with a title and a description in words.
  public var svg: HTML {
    let (title, description) = (identifier + "-title", identifier + "-words")
    let words = diagram.sentences.joined(separator: ". ") + "."
    var content: [HTML] = [
      .element("title", ["id": title], "Sequence diagram of this run"),
      .element("desc", ["id": description], words),
    ]
    content += diagram.participants.map(lifeline)
    content += pieces
    return .element(
      "svg",
      [
        "class": "diagram", "viewBox": "0 0 \(Self.width) \(height)", "role": "img",
        "aria-labelledby": title, "aria-describedby": description,
      ], content)
  }

  /// Returns the horizontal position of a participant's lifeline.
  func column(of participant: SequenceParticipant) -> Int {
    switch participant {
    case .client: 52
    case .browser: 160
    case .server: 268
    }
  }

  /// Returns the greatest width of a text.
  static func extent(of text: String) -> Int {
    (MonospaceText.cells(text) * tenthsOfCell + 9) / 10
  }

  mutating func advance(by distance: Int) { height += distance }

  mutating func add(_ piece: HTML) { pieces.append(piece) }

  private mutating func drawHeads() {
    let names = diagram.participants.map { participant in
      MonospaceText.wrap(SequenceDiagram.shown(diagram.name(of: participant)), room: 13)
    }
    let rows = names.map(\.count).max() ?? 1
    for (participant, lines) in zip(diagram.participants, names) {
      let x = column(of: participant)
      let boxHeight = rows * Self.lineHeight + 10
      add(
        .element(
          "rect",
          [
            "class": "box", "x": "\(x - 50)", "y": "1", "width": "100", "height": "\(boxHeight)",
            "rx": "4",
          ]))
      let offset = (rows - lines.count) * Self.lineHeight / 2
      add(Self.text(lines, x: x, y: 5 + offset, style: "label"))
    }
    advance(by: rows * Self.lineHeight + 16)
  }

  private func lifeline(of participant: SequenceParticipant) -> HTML {
    let x = "\(column(of: participant))"
    return .element("line", ["class": "life", "x1": x, "x2": x, "y1": "6", "y2": "\(height)"])
  }

  /// Returns centered lines of text, starting at a height.
  static func text(_ lines: [String], x: Int, y: Int, style: String) -> HTML {
    let spans = lines.enumerated().map { index, line in
      let base = y + index * lineHeight + 12
      return HTML.element("tspan", ["x": "\(x)", "y": "\(base)"], line)
    }
    return .element("text", ["class": style, "text-anchor": "middle"], spans)
  }
}
