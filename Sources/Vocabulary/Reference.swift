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
    section == nil ? "\(document): \(heading)" : "\(shortText) \(heading)"
  }

  /// The reference without the heading, such as `RFC 7636 §4.6`; a page without sections is named by its title.
  public var shortText: String {
    guard let section else { return "\(document): \(heading)" }
    return section.hasPrefix("Appendix") ? "\(document) \(section)" : "\(document) §\(section)"
  }
}

extension Reference {
  /// One of the five steps of Fitbit's authorization guide, 1 to 5.
  public static func fitbitGuide(step number: Int) -> Reference {
    let titles = [
      1: "Generate the Code Verifier and Code Challenge",
      2: "Request Authorization to Fitbit User Data",
      3: "Retrieving the Authorization Code",
      4: "Exchange the Authorization Code for the Access and Refresh Tokens",
      5: "Receive the Access and Refresh Tokens",
    ]
    return Reference(
      document: "Fitbit authorization guide, step \(number)", section: nil,
      heading: titles[number] ?? "")
  }

  /// A part of Fitbit's authorization guide that is none of the five steps, by its title.
  public static func fitbitGuide(_ title: String) -> Reference {
    Reference(document: "Fitbit authorization guide", section: nil, heading: title)
  }

  /// A page of Fitbit's Web API reference, by its title.
  public static func fitbitReference(_ page: String) -> Reference {
    Reference(document: "Fitbit Web API reference", section: nil, heading: page)
  }

  /// A page of the reference of Google's Health API, which follows Fitbit's.
  public static func googleReference(_ page: String) -> Reference {
    Reference(document: "Google Health API reference", section: nil, heading: page)
  }
}

/// A statement, with the section that carries it.
public struct SourcedText: Hashable, Sendable {
  /// The statement.
  public let text: String
  /// The section.
  public let reference: Reference

  /// Makes a statement.
  public init(_ text: String, _ reference: Reference) {
    self.text = text
    self.reference = reference
  }
}

/// The statement that an answer departs from the specifications, though it could be read all the same.
///
/// Tolerant in reading, loud in telling: what a client accepts in silence, the next one will trip over.
public typealias Departure = SourcedText
