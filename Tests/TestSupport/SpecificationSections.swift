import Foundation

/// The section headings of the specifications, quoted from the documents.
package struct SpecificationSections: Sendable {
  private struct Document: Decodable {
    let sections: [String: String]
  }

  private let documents: [String: [String: String]]

  package static func load() throws -> SpecificationSections {
    let data = try Repository.vector("specification-sections.json")
    let documents = try JSONDecoder().decode([String: Document].self, from: data)
    return SpecificationSections(documents: documents.mapValues(\.sections))
  }

  /// Returns the heading of a section such as `4.1.3` or `Appendix B`, or `nil` if there is none.
  package func heading(of section: String, in document: String) -> String? {
    documents[document]?[section]
  }
}
