/// An HTML page that loads no other resource.
public struct BrowserPage: Hashable, Sendable {
  /// The title, shown as the page's heading and in the browser tab.
  public let title: String
  /// The HTML below the heading.
  public let content: String

  /// Creates a page; the caller must escape any text from outside this program.
  public init(title: String, content: String) {
    self.title = title
    self.content = content
  }

  /// The complete HTML document.
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

  /// Escapes markup, and characters that would change the text direction.
  public static func escape(_ text: String) -> String {
    Harmless.line(text).escapedForHTML
  }
}

extension BrowserPage {
  /// The style of every workbench page: light and dark mode, phone and desktop.
  static let styleSheet = """
    :root { color-scheme: light dark; --ink: #1b1f24; --paper: #f6f7f9; --card: #fff; --line: #c9ced6;
      --act: #0a5f66; --on-act: #fff; --quiet: #50575f; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --paper: #14171b; --card: #1e2227;
      --line: #444b54; --act: #6fd0d8; --on-act: #06282b; --quiet: #a9b0b8; } }
    * { box-sizing: border-box; }
    body { margin: 0; padding: 1rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, sans-serif; }
    main { max-width: 36rem; margin: 1rem auto; padding: 1.5rem; background: var(--card);
      border: 1px solid var(--line); border-radius: 8px; }
    h1 { margin: 0 0 1rem; font-size: 1.4rem; line-height: 1.25; }
    fieldset { margin: 0; padding: .5rem 1rem; border: 1px solid var(--line); border-radius: 6px; }
    ul { list-style: none; margin: 0; padding: 0; }
    label { display: flex; gap: .75rem; padding: .5rem 0; cursor: pointer; }
    input[type=checkbox] { flex: none; width: 1.25rem; height: 1.25rem; margin: .15rem 0 0;
      accent-color: var(--act); }
    .buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.25rem 0; }
    button { flex: 1 1 8rem; padding: .7rem 1rem; font: inherit; font-weight: 600; cursor: pointer;
      border: 2px solid var(--act); border-radius: 6px; background: var(--act); color: var(--on-act); }
    button.plain { background: transparent; color: var(--act); }
    :focus-visible { outline: 3px solid var(--act); outline-offset: 3px; }
    code { font-family: ui-monospace, monospace; font-size: .95em; overflow-wrap: anywhere; }
    table { width: 100%; font-size: .9rem; border-collapse: collapse; }
    caption, th { text-align: left; } caption { padding: .5rem 0; }
    th, td { padding: .4rem .9rem .4rem 0; border-top: 1px solid var(--line); vertical-align: top; }
    th:last-child, td:last-child { padding-right: 0; }
    a { color: var(--act); } .small { color: var(--quiet); font-size: .9rem; }
    """
}
