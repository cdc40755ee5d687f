import Foundation

/// Finds the citations of specifications in a text.
enum CitationScanner {
  /// A section of a document, as it was cited.
  struct Citation: Hashable, CustomStringConvertible {
    /// The document; empty if no document was named before the section.
    let document: String
    /// The section as the tables of contents have it: `4.1.3`, `Appendix B`.
    let section: String
    var description: String { "\(document) \(section)" }
  }

  /// The citations in the order in which they stand.
  ///
  /// A `§` belongs to the document that was named last before it. The words section and appendix mean
  /// much else besides, so they count only close behind a document, behind another section of one, or
  /// before the words `of RFC 6749`.
  static func citations(in text: String) -> [Citation] {
    guard signs.contains(where: { text.contains($0) }) else { return [] }
    let text = unwrapped(text)
    let pattern =
      #/
      (?<document>RFC\ \d{4,5}|FIPS\ 180-4|WHATWG\ URL|OAuth\ 2\.0\ Multiple\ Response\ Type\ Encoding\ Practices|OpenID\ Connect\ (?:Core|Discovery|Session\ Management)\ 1\.0|draft-ietf-[a-z0-9-]*[a-z0-9])
      | (?<mark>§{1,2}\ ?|\b[Ss]ections?\ |\bAppendix\ )
        (?<number>\d+(?:\.\d+)*|[A-Z](?:\.\d+)*)
        (?:\ of\ (?<of>RFC\ \d{4,5}|FIPS\ 180-4))?
      /#
    var citations: [Citation] = []
    var document = ""
    var end = text.startIndex
    for match in text.matches(of: pattern) {
      if let name = match.output.document {
        document = String(name)
      } else if let mark = match.output.mark, let number = match.output.number {
        let isNear = !document.isEmpty && text.distance(from: end, to: match.range.lowerBound) < 12
        let isFurther = match.output.of.map { String($0) }
        guard mark.hasPrefix("§") || isNear || isFurther != nil else { continue }
        let isAppendix = number.first?.isLetter == true
        citations.append(
          Citation(
            document: isFurther ?? document,
            section: (isAppendix ? "Appendix " : "") + String(number)))
      }
      end = match.range.upperBound
    }
    return citations
  }

  /// The text without what stands between a line's end and the next line's words: comment marks,
  /// and the quotation marks and pluses of strings that go on.
  private static func unwrapped(_ text: String) -> String {
    // Foundation's expressions take a tenth of the time here.
    let marks = try? NSRegularExpression(pattern: #""?\s*\n\s*(?:/{2,3}|#|>|\+ ")?\s*"#)
    return marks?.stringByReplacingMatches(
      in: text, range: NSRange(text.startIndex..., in: text), withTemplate: " ") ?? text
  }

  /// What a citation has: a text without any of these need not be searched.
  private static let signs = [
    "RFC ", "\u{A7}", "ection", "ppendix", "FIPS ", "WHATWG", "draft-", "OpenID",
  ]
}
