import HTTPMessages
import Vocabulary

/// Renders a comparison as one self-contained page, for a screen, a phone, or paper.
public enum ComparisonHTMLRenderer {
  /// Returns the source of the page.
  public static func render(_ comparison: Comparison) -> String {
    let title = comparison.title
    let overview = comparison.overview
    let sections = comparison.sections.enumerated().map { index, section in
      Self.section(section, identifier: "part-\(index + 1)", of: comparison)
    }
    let parts = comparison.sections.enumerated().map { index, section in
      HTMLPage.Entry("part-\(index + 1)", section.title)
    }
    let page = HTMLPage(
      title: title,
      contents: [
        HTMLPage.Entry("overview", overview.title), HTMLPage.Entry("diagrams", diagramsTitle),
      ] + parts,
      main: [
        .element("h1", [:], title), section(overview, identifier: "overview", of: comparison),
      ] + introduction(comparison) + [diagrams(comparison)] + sections,
      footer: [
        .element(
          "p", [:], "Made by workbench compare. Every secret on this page is fake.")
      ], sheets: [styleSheet])
    return page.text
  }

  private static func introduction(_ comparison: Comparison) -> [HTML] {
    var pieces: [HTML] = [
      .element(
        "p", [:],
        comparison.introduction),
      .element(
        "p", [:],
        [
          .text("Marks: "), mark(.init("seen by others too", .exposed)), .text(" "),
          mark(.init("seen only by those who need it", .direct)), .text(" "),
          mark(.init("the attack worked", .works)), .text(" "),
          mark(.init("the attack failed", .rejected)),
          .text("; \(Comparison.Cell.absent) \(absence)."),
        ]),
    ]
    if comparison.flows.count == 2 {
      pieces.append(.element("p", [:], Comparison.differenceMark))
    }
    return pieces
  }

  private static let absence = "no such part"

  private static let diagramsTitle = "The runs at a glance"

  /// Returns a diagram of each run, with a description for readers who cannot see it.
  private static func diagrams(_ comparison: Comparison) -> HTML {
    let figures = comparison.evidence.map { evidence in
      var report = evidence.report
      // The use of the tokens is the same in all flows.
      report.steps.removeAll { $0.heading.number == .after }
      let drawing = SequenceDrawing(SequenceDiagram(report), identifier: evidence.flow.name)
      return HTML.element(
        "figure", [:], [.element("figcaption", [:], evidence.flow.title), drawing.svg])
    }
    let legend = HTML.element(
      "p", ["class": "quiet"],
      "\(SequenceValue.Visibility.browser.mark) a secret in a URL, which the browser can see; "
        + "\(SequenceValue.Visibility.direct.mark) a secret sent directly between client and server."
    )
    return .element(
      "section", ["class": "card", "id": "diagrams", "aria-labelledby": "diagrams-title"],
      [
        .element("h2", ["id": "diagrams-title"], diagramsTitle), legend,
        .element("div", ["class": "runs"], figures),
      ])
  }

  private static func section(
    _ section: Comparison.Section, identifier: String, of comparison: Comparison
  ) -> HTML {
    let corner = HTML.element("td", ["role": "cell"], "")
    let heads = comparison.flows.map { flow in
      HTML.element("th", ["scope": "col", "role": "columnheader"], flow.title)
    }
    let rows = section.rows.map { row($0, of: comparison) }
    return .element(
      "section", ["class": "card", "id": identifier, "aria-labelledby": identifier + "-title"],
      [
        .element("h2", ["id": identifier + "-title"], section.title),
        // The roles remain if a narrow page shows the cells as blocks.
        .element(
          "table",
          ["class": "flows", "role": "table", "aria-labelledby": identifier + "-title"],
          [
            .element(
              "thead", ["role": "rowgroup"],
              [.element("tr", ["role": "row"], [corner] + heads)]),
            .element("tbody", ["role": "rowgroup"], rows),
          ]),
      ])
  }

  private static func row(_ row: Comparison.Row, of comparison: Comparison) -> HTML {
    let title = HTML.element(
      "th", ["scope": "row", "role": "rowheader"], comparison.title(of: row))
    let cells = zip(comparison.flows, row.cells).map { flow, cell in
      HTML.element(
        "td", ["role": "cell"],
        [.element("span", ["class": "flow", "aria-hidden": "true"], flow.title)] + content(of: cell)
      )
    }
    return .element("tr", ["role": "row"], [title] + cells)
  }

  private static func content(of cell: Comparison.Cell) -> [HTML] {
    guard !cell.items.isEmpty else {
      return [.element("span", ["class": "quiet", "title": absence], Comparison.Cell.absent)]
    }
    let items = cell.items.map { item in HTML.element("li", [:], [mark(item)]) }
    let reference = cell.reference.map { reference in
      HTML.element(
        "p", ["class": "quiet"], reference.text + (cell.note.map { ": " + $0 } ?? ""))
    }
    return [.element("ul", [:], items)] + (reference.map { [$0] } ?? [])
  }

  /// Returns an item whose shape and words say the same as its color.
  private static func mark(_ item: Comparison.Item) -> HTML {
    switch item.meaning {
    case .exposed: .element("span", ["class": "mark browser"], item.text)
    case .direct: .element("span", ["class": "mark direct"], item.text)
    case .works: .element("strong", ["class": "alarm"], item.marked)
    case .rejected: .element("span", [:], item.marked)
    case nil: .text(item.text)
    }
  }

  /// The style of the tables: cells side by side, or one below the other on a narrow page.
  private static let styleSheet: StaticString = """
    .runs { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); }
    .flows { table-layout: fixed; } .flows ul { list-style: none; margin: 0; padding: 0; }
    .flows li { margin-bottom: .3rem; } .flows p { margin: .3rem 0 0; }
    .flows th[scope=row] { width: 10rem; } .flows .flow { display: none; }
    @media screen and (max-width: 60rem) {
      .flows, .flows tbody, .flows tr, .flows th, .flows td { display: block; }
      .flows thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .flows th[scope=row] { width: auto; font-size: 1.05rem; border-top: 2px solid var(--line); }
      .flows td { border-top: 0; padding: .3rem 0 .3rem .9rem; }
      .flows .flow { display: block; font-weight: 600; color: var(--quiet); font-size: .9rem; } }
    @media print { .runs { grid-template-columns: 1fr 1fr; } .flows { font-size: 8pt; } .flows .mark { font-size: 7.5pt; } }
    """
}
