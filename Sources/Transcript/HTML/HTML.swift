import HTTPMessages

/// A piece of a page that is safe to show: it can only be made from escaped text and other pieces.
///
/// Names of elements and attributes are `StaticString`, and so is a style sheet: they can be written in
/// the source, but never come from a message. What is written is HTML and well-formed XML at once.
public struct HTML: Hashable, Sendable {
  /// The markup.
  let markup: String

  private init(markup: String) { self.markup = markup }

  /// Nothing at all.
  public static let nothing = HTML(markup: "")

  /// Text, made harmless and escaped; line breaks become visible code points.
  public static func text(_ text: String) -> HTML {
    HTML(markup: Harmless.line(text).escapedForHTML)
  }

  /// Text in which line feeds and tabs stay, for a `pre`.
  public static func lines(_ text: String) -> HTML {
    HTML(markup: Harmless.lines(text).escapedForHTML)
  }

  /// An element.
  ///
  /// - Parameters:
  ///   - name: Its name, such as `p`; one that never has content, such as `meta`, is closed as XML wants it.
  ///   - attributes: Its attributes in order, their values not escaped yet.
  ///   - content: What stands in it.
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

  /// An element with nothing but text in it.
  ///
  /// - Parameters:
  ///   - name: Its name, such as `p`.
  ///   - attributes: Its attributes in order, their values not escaped yet.
  ///   - text: The text, not escaped yet.
  /// - Returns: The element.
  public static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ text: String
  ) -> HTML {
    element(name, attributes, [.text(text)])
  }

  /// Pieces one behind the other.
  public static func joined(_ pieces: [HTML]) -> HTML {
    HTML(markup: pieces.map(\.markup).joined())
  }

  /// A style sheet, which must not hold `<` nor `&`: HTML and XML would read them differently.
  static func style(_ sheets: [StaticString]) -> HTML {
    HTML(markup: "<style>" + sheets.map { "\($0)" }.joined(separator: "\n") + "</style>\n")
  }

  /// Elements that have no content and no end tag: the void elements of the HTML Living Standard.
  private static func isVoid(_ name: StaticString) -> Bool {
    ["br", "hr", "meta", "col", "wbr"].contains("\(name)")
  }

  /// Elements behind which a line ends, so that a person can read the source.
  private static func isBlock(_ name: StaticString) -> Bool {
    !["a", "b", "strong", "em", "code", "span", "tspan", "br", "small"].contains("\(name)")
  }
}
