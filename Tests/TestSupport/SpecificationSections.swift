import Foundation

/// The tables of contents of the specifications: the headings as the documents themselves have them.
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

  /// The heading of a section, numbered as in `4.1.3` or `Appendix B`; `nil` if there is none.
  package func heading(of section: String, in document: String) -> String? {
    documents[document]?[section]
  }
}
