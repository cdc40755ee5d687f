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
    let expressions = try Self.comparisons.map { try Regex($0) }
    let files = Repository.files(under: "Sources", ending: ".swift").filter {
      !$0.contains("/Flows/")
    }
    expect(files.count > 300)
    for file in files {
      let text = try #require(Repository.text(of: file))
      for line in text.split(separator: "\n") {
        for expression in expressions where line.firstMatch(of: expression) != nil {
          Issue.record("\(file): \(line)")
        }
      }
    }
  }
}
