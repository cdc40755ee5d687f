import Lessons

/// Blocks as HTML, as the examples of the CommonMark specification have it.
enum MarkdownHTML {
  static func of(_ blocks: [MarkdownBlock]) -> String { blocks.map(of).joined() }

  private static func of(_ block: MarkdownBlock) -> String {
    switch block {
    case .heading(let level, let content): "<h\(level)>\(of(content))</h\(level)>"
    case .paragraph(let content): "<p>\(of(content))</p>"
    case .list(let list): of(list)
    case .table(let table): of(table)
    case .code(let language, let lines):
      "<pre><code\(language.isEmpty ? "" : " class=\"language-\(language)\"")>"
        + lines.map { escape($0) + "\n" }.joined() + "</code></pre>"
    case .quote(let content): "<blockquote>\(of(content))</blockquote>"
    case .rule: "<hr />"
    case .folded(let summary, let content):
      "<details><summary>\(of(summary))</summary>\(of(content))</details>"
    }
  }

  private static func of(_ list: MarkdownList) -> String {
    let items = list.items.map { "<li>\(of($0))</li>" }.joined()
    guard let start = list.start else { return "<ul>\(items)</ul>" }
    return "<ol\(start == 1 ? "" : " start=\"\(start)\"")>\(items)</ol>"
  }

  private static func of(_ table: MarkdownTable) -> String {
    func row(_ cells: [[MarkdownInline]], _ name: String) -> String {
      "<tr>" + cells.map { "<\(name)>\(of($0))</\(name)>" }.joined() + "</tr>"
    }
    let body = table.rows.map { row($0, "td") }.joined()
    return "<table><thead>\(row(table.header, "th"))</thead>"
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
