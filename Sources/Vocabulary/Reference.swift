/// The source of a statement: a section of a specification, or a page of a server's guide.
public struct Reference: Hashable, Sendable {
  /// The document's short name, such as `RFC 7636`.
  public let document: String
  /// The section's number, or `nil` for a page without sections.
  public let section: String?
  /// The section's heading, or the page's title.
  public let heading: String

  /// The reference on one line: document, section, and heading.
  public var text: String {
    section == nil ? "\(document): \(heading)" : "\(shortText) \(heading)"
  }

  /// The reference without the heading, such as `RFC 7636 §4.6`, or with a page's title.
  public var shortText: String {
    guard let section else { return "\(document): \(heading)" }
    return section.hasPrefix("Appendix") ? "\(document) \(section)" : "\(document) §\(section)"
  }
}

extension Reference {
  /// Returns one of the five steps of Fitbit's authorization guide.
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

  /// Returns another part of Fitbit's authorization guide, by its title.
  public static func fitbitGuide(_ title: String) -> Reference {
    Reference(document: "Fitbit authorization guide", section: nil, heading: title)
  }

  /// Returns a page of Fitbit's Web API reference, by its title.
  public static func fitbitReference(_ page: String) -> Reference {
    Reference(document: "Fitbit Web API reference", section: nil, heading: page)
  }

  /// Returns a page of the Google Health API reference, by its title.
  public static func googleReference(_ page: String) -> Reference {
    Reference(document: "Google Health API reference", section: nil, heading: page)
  }
}

/// A statement with its source.
public struct SourcedText: Hashable, Sendable {
  /// The sentence or phrase.
  public let text: String
  /// The source.
  public let reference: Reference

  /// Creates a statement.
  public init(_ text: String, _ reference: Reference) {
    self.text = text
    self.reference = reference
  }
}

/// A violation of a specification in a response that could still be read.
///
/// The workbench tolerates and reports it, because other clients may fail on it.
public typealias Departure = SourcedText
