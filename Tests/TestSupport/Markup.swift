package import Foundation

#if canImport(FoundationXML)
  package import FoundationXML
#endif

/// A page, read as XML: what is well-formed there can be read in one way only.
package final class Markup: NSObject, XMLParserDelegate {
  /// An element with its attributes.
  package struct Element: Hashable, Sendable {
    /// Its name.
    package let name: String
    /// Its attributes by name.
    package let attributes: [String: String]
  }

  /// The elements in the order in which they begin.
  package private(set) var elements: [Element] = []
  /// All text, without the style.
  package private(set) var text = ""
  /// What is wrong with it; `nil` if it is well-formed.
  package private(set) var fault: String?
  private var isInStyle = false

  /// Reads a page.
  package init(_ page: String) {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    if !parser.parse() {
      fault = "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "")"
    }
  }

  /// The values of an attribute, wherever it stands.
  package func values(of attribute: String) -> [String] {
    elements.compactMap { $0.attributes[attribute] }
  }

  /// The elements of a name.
  package func elements(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// Keeps the beginning of an element.
  package func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append(Element(name: name, attributes: attributes))
    isInStyle = name == "style"
    // Otherwise words of neighbouring elements would run together.
    text += " "
  }

  /// Keeps text.
  package func parser(_ parser: XMLParser, foundCharacters characters: String) {
    if !isInStyle { text += characters }
  }

  /// Leaves an element.
  package func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isInStyle = false
  }
}
