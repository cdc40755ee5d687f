import HTTPMessages

/// A piece of a page that is safe to show, made only from escaped text and other pieces.
///
/// Names of elements and attributes are `StaticString`, and so is a style sheet: they can be written in
/// the source, but never come from a message. The result is both HTML and well-formed XML.
public struct HTML: Hashable, Sendable {
  /// The markup.
  let markup: String

  private init(markup: String) { self.markup = markup }

  /// The empty piece.
  public static let nothing = HTML(markup: "")

  /// Returns text, made harmless and escaped; line breaks become visible code points.
  public static func text(_ text: String) -> HTML {
    HTML(markup: Harmless.line(text).escapedForHTML)
  }

  /// Returns text that keeps line feeds and tabs, for a `pre`.
  public static func lines(_ text: String) -> HTML {
    HTML(markup: Harmless.lines(text).escapedForHTML)
  }

  /// Returns an element with other pieces in it.
  ///
  /// - Parameters:
  ///   - name: Its name, such as `p`; a void element, such as `meta`, is closed as XML requires.
  ///   - attributes: Its attributes in order, with unescaped values.
  ///   - content: The pieces in it.
  /// - Returns: The element.
  public static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ content: [HTML] = []
  ) -> HTML {
    var markup = "<\(name)"
    for (name, value) in attributes {
      markup += " \(name)=\"\(Harmless.line(value).escapedForHTML)\""
    }
    if isVoid(name) { return HTML(markup: markup + "/>") }
    markup += ">"
    for piece in content { markup += piece.markup }
    markup += "</\(name)>"
    return HTML(markup: isBlock(name) ? markup + "\n" : markup)
  }

  /// Returns an element that contains only text.
  ///
  /// - Parameters:
  ///   - name: Its name, such as `p`.
  ///   - attributes: Its attributes in order, with unescaped values.
  ///   - text: The unescaped text.
  /// - Returns: The element.
  public static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ text: String
  ) -> HTML {
    element(name, attributes, [.text(text)])
  }

  /// Returns pieces in sequence.
  public static func joined(_ pieces: [HTML]) -> HTML {
    HTML(markup: pieces.map(\.markup).joined())
  }

  /// Returns style sheets, without `<` or `&`, which HTML and XML would read differently.
  static func style(_ sheets: [StaticString]) -> HTML {
    HTML(markup: "<style>" + sheets.map { "\($0)" }.joined(separator: "\n") + "</style>\n")
  }

  /// Whether it is a void element of the HTML Living Standard: no content, no end tag.
  private static func isVoid(_ name: StaticString) -> Bool {
    ["br", "hr", "meta", "col", "wbr"].contains("\(name)")
  }

  /// Whether a line ends after the element, which makes the source readable.
  private static func isBlock(_ name: StaticString) -> Bool {
    !["a", "b", "strong", "em", "code", "span", "tspan", "br", "small"].contains("\(name)")
  }
}
