import Foundation
import TestSupport
import Testing

/// Statements that were wrong for some client, and may not come back.
struct ClaimTests {
  /// What is not true of a client that runs in a browser: steps 4 and 5 run there (RFC 10017 §6.3).
  ///
  /// What is true of every client: tokens and the verifier are in no URL.
  static let claims = [
    #"\bnever (been )?(in|through|passe?[sd]?( through)?) the browser\b"#,
    #"\b(not|never|nothing|no token) (may |must )?(pass|passe[sd]|come|comes|came) through the browser\b"#,
    #"\bthe browser (never (does|has|had|sees|saw|learns)|(sees|saw|has|had) no(thing| token))\b"#,
    #"\bin which flow does the browser see\b"#,
    // RFC 6749 §4.4 also covers another owner's data, if that was arranged before.
    #"that is why this token opens no user's data"#,
    // RFC 9700 §4.14.2: the active refresh token is revoked; the rest is the server's policy.
    #"\ba second use ends (all tokens|the family)"#,
  ]

  /// Everything that a person reads, with the strings and comments that go on joined.
  private static let texts: [(path: String, text: String)] =
    (Page.course.map(\.path) + ["README.md"]
    + Repository.files(under: "Snippets", ending: ".swift")
    + Repository.files(under: "Sources", ending: ".swift"))
    .compactMap { path in Repository.text(of: path).map { (path, joined($0)) } }

  private static func joined(_ text: String) -> String {
    let seams = try? NSRegularExpression(pattern: #"( ?\\|")?\s*\n\s*(/{2,3} |\+ ")?"#)
    return seams?.stringByReplacingMatches(
      in: text, range: NSRange(text.startIndex..., in: text), withTemplate: " "
    )
    .replacing(#/ {2,}/#, with: " ") ?? text
  }

  @Test(arguments: claims)
  func `a statement that is not true for every client is not made`(claim: String) throws {
    let pattern = try NSRegularExpression(pattern: claim, options: .caseInsensitive)
    for (path, text) in Self.texts {
      let found = pattern.firstMatch(in: text, range: NSRange(text.startIndex..., in: text))
      let words = found.flatMap { Range($0.range, in: text) }.map { text[$0] }
      expect(words == nil, "\(path): \(words ?? "")")
    }
    expect(Self.texts.count > 250)
  }

  @Test(arguments: [
    "The tokens never passed through the browser.", "it is never in the browser, lives for hours",
    "So the token must not pass through the browser.", "The browser never does.",
    "The browser saw nothing that opens anything",
    "rotation limits the harm: a second use ends all tokens",
  ])
  func `a wrong statement is found, also across two lines`(statement: String) throws {
    for text in [statement, statement.replacing(" the ", with: " \\\n      the ")] {
      let isFound = try Self.claims.contains { claim in
        try Regex(claim).ignoresCase().firstMatch(in: Self.joined(text)) != nil
      }
      expect(isFound, "\(text)")
    }
  }

  @Test(arguments: Page.course + [Page("README.md")].compactMap { $0 })
  func `a private-use scheme has a dot and one slash`(page: Page) {
    // RFC 8252 §7.1: a domain name in reverse order; "myapp" is its example of a wrong one.
    for span in page.codeSpans + page.blocks.flatMap(\.lines) {
      for match in span.matches(of: #/\b([a-z][a-z0-9+.\-]*):(\/+)[A-Za-z0-9%…]/#) {
        let scheme = match.output.1
        guard !["http", "https"].contains(scheme) else { continue }
        expect(scheme.contains(".") && match.output.2 == "/", "\(page.path): \(match.output.0)")
      }
    }
    expect(!page.prose.contains("myapp"))
  }

  @Test(arguments: [7, 9])
  func `the lessons that choose a flow cite the best current practice for browsers`(number: Int)
    throws
  {
    let page = try #require(Page.lessons.first { $0.number == number })
    let cited = CitationScanner.citations(in: page.prose).filter { $0.document == "RFC 10017" }
    expect(cited.contains { $0.section.hasPrefix("6.1") }, "\(page.path)")
    // Also where a reader checks what was understood.
    let questions = page.prose.components(separatedBy: "## Check yourself").last ?? ""
    expect(questions.contains("RFC 10017 §6.1"), "\(page.path)")
  }

  @Test(arguments: [6, 12])
  func `a lesson on errors of the API names the standard's word and field`(number: Int) throws {
    // RFC 6750 §3 and §3.1; expired_token is Fitbit's word alone.
    let page = try #require(Page.lessons.first { $0.number == number })
    for word in ["`WWW-Authenticate`", "`invalid_token`"] {
      expect(page.prose.contains(word), "\(page.path): \(word)")
    }
  }

  /// The scenarios whose answer is not known from Fitbit itself: their recordings say so.
  private static let unsourced = Set(
    Repository.files(under: "Sources/Recordings/Messages", ending: ".http").compactMap { path in
      let name = path.split(separator: "/").last ?? ""
      let isKnown = Repository.text(of: path)?.contains("# Unsourced") != true
      return isKnown ? nil : name.firstMatch(of: #/(.*)-\d-response/#).map { String($0.output.1) }
    })

  @Test(arguments: Page.lessons)
  func `a lesson says what is reconstructed, as the recordings do`(page: Page) {
    for line in page.lines {
      guard let scenario = line.firstMatch(of: #/--scenario ([a-z\-]+)/#)?.output.1 else {
        continue
      }
      let flow = line.firstMatch(of: #/--flow ([a-z\-]+)/#)?.output.1 ?? "pkce"
      guard Self.unsourced.contains("\(flow)-\(scenario)") else { continue }
      // A row of a table says it itself; elsewhere the page does.
      let text = line.hasPrefix("|") ? line : page.prose
      expect(text.contains("reconstructed"), "\(page.path): \(flow) \(scenario)")
    }
    expect(Self.unsourced.count > 5)
  }
}
