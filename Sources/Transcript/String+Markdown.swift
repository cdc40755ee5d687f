import HTTPMessages

extension String {
  /// The text on one line, with everything that is markup in Markdown behind a backslash.
  public var escapedForMarkdown: String {
    Harmless.line(self).unicodeScalars.reduce(into: "") { escaped, scalar in
      if "\\|<>*_`[]#&".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
  }
}
