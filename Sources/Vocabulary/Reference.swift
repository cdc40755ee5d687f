/// Where a statement comes from: a section of a specification, or a page of Fitbit's.
public struct Reference: Hashable, Sendable {
  /// The document's short name, such as `RFC 7636`.
  public let document: String
  /// The section's number; `nil` for a page that has none.
  public let section: String?
  /// The section's own heading, or the page's title.
  public let heading: String

  /// The reference on one line: document, section and heading.
  public var text: String {
    guard let section else { return "\(document): \(heading)" }
    return section.hasPrefix("Appendix")
      ? "\(document) \(section) \(heading)" : "\(document) §\(section) \(heading)"
  }
}
