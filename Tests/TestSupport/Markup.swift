package import Foundation

#if canImport(FoundationXML)
  package import FoundationXML
#endif

/// A page parsed as XML: well-formed XML can be read in only one way.
package final class Markup: NSObject, XMLParserDelegate {
  /// An element with its attributes.
  package struct Element: Hashable, Sendable {
    /// The name of the element.
    package let name: String
    /// The attribute values by name.
    package let attributes: [String: String]
  }

  /// The elements in the order of their start tags.
  package private(set) var elements: [Element] = []
  /// The text of all elements except the style.
  package private(set) var text = ""
  /// The parser's error, or `nil` if the page is well-formed.
  package private(set) var fault: String?
  private var isInStyle = false

  /// Creates the markup of a page by parsing it.
  package init(_ page: String) {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    if !parser.parse() {
      fault = "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "")"
    }
  }

  /// Returns the values of an attribute in all elements.
  package func values(of attribute: String) -> [String] {
    elements.compactMap { $0.attributes[attribute] }
  }

  /// Returns the elements with a name.
  package func elements(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// Stores a start tag.
  package func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append(Element(name: name, attributes: attributes))
    isInStyle = name == "style"
    // Separates the words of adjacent elements.
    text += " "
  }

  /// Stores text, except in the style.
  package func parser(_ parser: XMLParser, foundCharacters characters: String) {
    if !isInStyle { text += characters }
  }

  /// Ends an element.
  package func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isInStyle = false
  }
}
