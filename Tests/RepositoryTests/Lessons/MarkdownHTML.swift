import Lessons

/// Blocks as HTML, as the examples of the CommonMark specification have it.
enum MarkdownHTML {
  static func of(_ blocks: [MarkdownBlock]) -> String { blocks.map(of).joined() }

  private static func of(_ block: MarkdownBlock) -> String {
    switch block {
    case .heading(let level, let content): "<h\(level)>\(of(content))</h\(level)>"
    case .paragraph(let content): "<p>\(of(content))</p>"
    case .list(let start, let items): list(start, items)
    case .table(let header, let rows): table(header, rows)
    case .code(let language, let lines):
      "<pre><code\(language.isEmpty ? "" : " class=\"language-\(language)\"")>"
        + lines.map { escape($0) + "\n" }.joined() + "</code></pre>"
    case .folded(let summary, let content):
      "<details><summary>\(of(summary))</summary>\(of(content))</details>"
    }
  }

  private static func list(_ start: Int?, _ items: [[MarkdownInline]]) -> String {
    let items = items.map { "<li>\(of($0))</li>" }.joined()
    guard let start else { return "<ul>\(items)</ul>" }
    return "<ol\(start == 1 ? "" : " start=\"\(start)\"")>\(items)</ol>"
  }

  private static func table(_ header: [[MarkdownInline]], _ rows: [[[MarkdownInline]]]) -> String {
    func row(_ cells: [[MarkdownInline]], _ name: String) -> String {
      "<tr>" + cells.map { "<\(name)>\(of($0))</\(name)>" }.joined() + "</tr>"
    }
    let body = rows.map { row($0, "td") }.joined()
    return "<table><thead>\(row(header, "th"))</thead>"
      + (body.isEmpty ? "" : "<tbody>\(body)</tbody>") + "</table>"
  }

  static func of(_ inlines: [MarkdownInline]) -> String { inlines.map(of).joined() }

  private static func of(_ inline: MarkdownInline) -> String {
    switch inline {
    case .text(let text): escape(text)
    case .code(let text): "<code>\(escape(text))</code>"
    case .strong(let content): "<strong>\(of(content))</strong>"
    case .emphasis(let content): "<em>\(of(content))</em>"
    case .link(let content, let target): "<a href=\"\(escape(target))\">\(of(content))</a>"
    }
  }

  private static func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
