/// A page for a browser, with nothing loaded from elsewhere.
public struct BrowserPage: Hashable, Sendable {
  /// The title, as it stands on the page and in the browser's tab.
  public let title: String
  /// What stands below the title, in HTML.
  public let content: String

  /// Writes a page; whatever did not come from this program must be escaped before.
  public init(title: String, content: String) {
    self.title = title
    self.content = content
  }

  /// The whole document.
  public var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title)</title>
    <style>\(Self.styleSheet)</style>
    </head>
    <body>
    <main>
    <h1>\(title)</h1>
    \(content)
    </main>
    </body>
    </html>

    """
  }

  /// Text made harmless for a page: markup, and what would turn the direction of writing.
  public static func escape(_ text: String) -> String {
    Harmless.line(text).escapedForHTML
  }
}
