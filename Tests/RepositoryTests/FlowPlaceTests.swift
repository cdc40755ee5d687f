import Foundation
import TestSupport
import Testing

/// What a flow is, is said in its own file: everything else asks its description.
struct FlowPlaceTests {
  /// Ways to treat one flow differently from another.
  private static let comparisons = [
    #"switch [\w.()]*\b[fF]low\b"#,
    #"\b[fF]low(\.flow)? (==|!=|~=) \.(?!usual)"#,
    #"\.contains\([\w.]*\b[fF]low\b"#,
    #"\bcase (\.\w+, )*\.(pkce|implicit)\b"#,
    #"\[(Flow)?\.(pkce|code|implicit|clientCredentials)\b.*\]"#,
    #"\bFlow\.(pkce|code|implicit|clientCredentials): "#,
  ]

  @Test func `no flow is told from another outside the module of the flows`() throws {
    let pattern = try NSRegularExpression(pattern: Self.comparisons.joined(separator: "|"))
    let files = Repository.files(under: "Sources", ending: ".swift").filter {
      !$0.contains("/Flows/")
    }
    expect(files.count > 300)
    for file in files {
      let text = try #require(Repository.text(of: file))
      for match in pattern.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
        let line = Range(match.range, in: text).map { text[text.lineRange(for: $0)] }
        Issue.record("\(file): \(line ?? "")")
      }
    }
  }
}
