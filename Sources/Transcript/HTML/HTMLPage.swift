/// A self-contained page: no script, nothing loaded, and the style inside.
///
/// The first stop of the keyboard is the link to the main part, then come the contents.
public struct HTMLPage: Sendable {
  /// A line of the contents: the title of a part, and the `id` of its element.
  public struct Entry: Hashable, Sendable {
    /// The `id` of the part's element.
    public let identifier: String
    /// The title of the part.
    public let title: String

    /// Creates a line of the contents.
    public init(_ identifier: String, _ title: String) {
      self.identifier = identifier
      self.title = title
    }
  }

  /// The title of the browser's window; the main part has the only `h1`.
  public let title: String
  /// The parts with a link to each.
  public let contents: [Entry]
  /// The main part, starting with its `h1`.
  public let main: [HTML]
  /// The last lines of the page.
  public let footer: [HTML]
  /// Additional style sheets, without `<` or `&`.
  let sheets: [StaticString]

  /// Creates a page from its parts.
  ///
  /// - Parameters:
  ///   - title: The title of the browser's window.
  ///   - contents: The parts with a link to each.
  ///   - main: The main part, starting with its `h1`.
  ///   - footer: The last lines of the page.
  ///   - sheets: Additional style sheets, without `<` or `&`.
  public init(
    title: String, contents: [Entry], main: [HTML], footer: [HTML], sheets: [StaticString] = []
  ) {
    self.title = title
    self.contents = contents
    self.main = main
    self.footer = footer
    self.sheets = sheets
  }

  /// The source of the page.
  public var text: String {
    let document = HTML.element("html", ["lang": "en"], [head, body])
    return "<!DOCTYPE html>\n" + document.markup
  }

  private var head: HTML {
    .element(
      "head", [:],
      [
        .element("meta", ["charset": "utf-8"]),
        // If any markup slipped through, the browser would neither run nor load it.
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
        // The link gives it the focus; the Tab key skips it.
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
