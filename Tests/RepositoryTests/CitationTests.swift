import Foundation
import TestSupport
import Testing

struct CitationTests {
  typealias Citation = CitationScanner.Citation

  /// Everything that a reader of the repository may come upon, except the scanner's own examples.
  private func texts() -> [String] {
    ["Package.swift", "README.md"]
      + Repository.files(under: "Sources", ending: ".swift", ".http")
      + Repository.files(under: "Lessons", ending: ".md")
      + Repository.files(under: "Snippets", ending: ".swift", ".md")
      + Repository.files(under: "Tests", ending: ".swift")
      .filter { !$0.contains("/Citation") }
  }

  @Test func `every citation names a section that exists`() throws {
    let sections = try SpecificationSections.load()
    var count = 0
    for path in texts() {
      for citation in CitationScanner.citations(in: Repository.text(of: path) ?? "") {
        let heading = sections.heading(of: citation.section, in: citation.document)
        expect(heading != nil, "\(path): no such section: \(citation)")
        count += 1
      }
    }
    // Were the scanner blind, there would be nothing to complain about.
    expect(count > 100)
  }

  @Test(arguments: [
    ("RFC 6749 §4.1.3", ["RFC 6749 4.1.3"]), ("(RFC 7636 Appendix B)", ["RFC 7636 Appendix B"]),
    ("RFC 7636, Appendix A.", ["RFC 7636 Appendix A"]),
    ("FIPS 180-4 §6.2.2:", ["FIPS 180-4 6.2.2"]),
    ("RFC 6749 section 5.2 wants", ["RFC 6749 5.2"]), ("WHATWG URL §5.1", ["WHATWG URL 5.1"]),
    ("RFC 6749, section 2.3.1", ["RFC 6749 2.3.1"]),
    ("RFC 7636 §4.1 and §4.2.", ["RFC 7636 4.1", "RFC 7636 4.2"]),
    ("RFC 6749 §5.1 for tokens, §5.2 for a refusal", ["RFC 6749 5.1", "RFC 6749 5.2"]),
    ("RFC 6749 §4.1.1, and RFC 7636 §4.3", ["RFC 6749 4.1.1", "RFC 7636 4.3"]),
    ("RFC 6749\n  /// §4.1.2", ["RFC 6749 4.1.2"]),
    ("\"see RFC 6749 \"\n    + \"§10.12)\"", ["RFC 6749 10.12"]),
    ("section 4.1 of RFC 7636", ["RFC 7636 4.1"]), ("§4.1 of RFC 7636", ["RFC 7636 4.1"]),
    ("draft-ietf-oauth-v2-1-16 §4.1", ["draft-ietf-oauth-v2-1-16 4.1"]),
    ("RFC 6749 Appendix A.14", ["RFC 6749 Appendix A.14"]), ("§9.9 of nothing", [" 9.9"]),
    ("RFC 6749 says much; later on, in the next section 3 of this lesson", []),
    ("RFC 10017 §6.1", ["RFC 10017 6.1"]), ("§6.1 of RFC 10017", ["RFC 10017 6.1"]),
    ("OpenID Connect Core 1.0 §5.1", ["OpenID Connect Core 1.0 5.1"]),
    ("RFC 6749 alone", []), ("\\(document) §\\(section)", []),
  ])
  func `the scanner finds what a person would find`(text: String, expected: [String]) {
    expect(CitationScanner.citations(in: text).map(\.description), is: expected)
  }

  @Test func `an invented section is found out`() throws {
    let sections = try SpecificationSections.load()
    for text in [
      "RFC 6749 §4.1.9", "RFC 7636 Appendix D", "RFC 9999 §1", "FIPS 180-4 §99", "RFC 10017 §99",
      "OpenID Connect Core 1.0 §99",
    ] {
      let citation = try #require(CitationScanner.citations(in: text).first)
      expect(sections.heading(of: citation.section, in: citation.document), is: nil)
    }
  }
}
