/// A whole page that needs nothing else: no script, nothing loaded, its style inside.
///
/// A person at a keyboard meets the link to the main part first, then the contents.
public struct HTMLPage: Sendable {
  /// A line of the contents: a part of the page, and the `id` of its element.
  public struct Entry: Hashable, Sendable {
    /// The `id` of the part.
    public let identifier: String
    /// What the part is called.
    public let title: String

    /// Names a part.
    public init(_ identifier: String, _ title: String) {
      self.identifier = identifier
      self.title = title
    }
  }

  /// What the browser's window and the top of the page say; the main part has the only `h1`.
  public let title: String
  /// The parts that one can jump to.
  public let contents: [Entry]
  /// The main part, from its `h1` on.
  public let main: [HTML]
  /// What stands at the end.
  public let footer: [HTML]
  /// Style sheets besides that of all pages, with neither `<` nor `&` in them.
  let sheets: [StaticString]

  /// Puts a page together.
  ///
  /// - Parameters:
  ///   - title: What the browser's window says.
  ///   - contents: The parts that one can jump to.
  ///   - main: The main part, from its `h1` on.
  ///   - footer: What stands at the end.
  ///   - sheets: Style sheets besides that of all pages, with neither `<` nor `&` in them.
  public init(
    title: String, contents: [Entry], main: [HTML], footer: [HTML], sheets: [StaticString] = []
  ) {
    self.title = title
    self.contents = contents
    self.main = main
    self.footer = footer
    self.sheets = sheets
  }

  /// The page's source.
  public var text: String {
    let document = HTML.element("html", ["lang": "en"], [head, body])
    return "<!DOCTYPE html>\n" + document.markup
  }

  private var head: HTML {
    .element(
      "head", [:],
      [
        .element("meta", ["charset": "utf-8"]),
        // Were anything on the page to slip through, the browser would neither run nor load it.
        .element(
          "meta",
          [
            "http-equiv": "Content-Security-Policy",
            "content": "default-src 'none'; style-src 'unsafe-inline'",
          ]),
        .element(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        .element("title", [:], "\(title) – OAuth Workbench"),
        .style([PageStyle.sheet, PageStyle.diagram] + sheets),
      ])
  }

  private var body: HTML {
    .element(
      "body", [:],
      [
        .element("a", ["class": "skip", "href": "#main"], "Skip to the main part"),
        .element(
          "header", [:], [.element("p", ["class": "brand"], "OAuth Workbench"), navigation]),
        // It takes the focus when somebody follows the link, and is no stop on the way.
        .element("main", ["id": "main", "tabindex": "-1"], main),
        .element("footer", [:], footer),
      ])
  }

  private var navigation: HTML {
    let items = contents.map { entry in
      HTML.element(
        "li", [:], [.element("a", ["href": "#" + entry.identifier], entry.title)])
    }
    return items.isEmpty
      ? .nothing
      : .element("nav", ["aria-label": "Contents"], [.element("ul", [:], items)])
  }
}
