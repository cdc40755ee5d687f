import TestSupport
import Testing

/// A lesson uses only what it or an earlier one has introduced.
struct TermTests {
  /// The terms of the course, and the lesson that introduces each in bold.
  static let terms = [
    ("authorization server", 0), ("access token", 0), ("scope", 0), ("front channel", 0),
    ("back channel", 0), ("client id", 0), ("redirect URI", 0), ("authorization code", 0),
    ("PKCE", 1), ("code verifier", 1), ("code challenge", 1),
    ("consent page", 2), ("fragment", 3), ("token endpoint", 4),
    ("refresh token", 5), ("rotation", 6), ("introspection", 6), ("code injection", 8),
  ]

  @Test(arguments: terms)
  func `a term is introduced before it is used`(term: String, number: Int) throws {
    let lesson = try #require(Page.lessons.first { $0.number == number })
    expect(lesson.prose.lowercased().contains("**\(term.lowercased())**"))
    let pattern = try Regex(#"\b\#(term)s?\b"#).ignoresCase()
    for earlier in Page.lessons.prefix(number) {
      // A link may name what comes next, and code spans are what programs say.
      let prose = earlier.prose.replacing(#/`[^`\n]*`|\[[^\]]*\]\([^)]*\)/#, with: "")
      expect(!prose.contains(pattern), "\(earlier.path)")
    }
  }
}
