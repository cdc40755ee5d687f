import Foundation
import TestSupport
import Testing

struct ChallengeTests {
  /// A finding as the JSON document has it.
  private struct Document: Decodable {
    struct Finding: Decodable {
      let severity: String
      let causes: [String]
      let text: String
      let reference: String?
      let lesson: Int
    }
    let verdict: String
    let code_verifier: String?
    let code_challenge: String?
    let received: String?
    let findings: [Finding]
  }

  /// How the text names a mistake.
  private static let words: [String: String] = [
    "hexadecimal": "hexadecimal", "upper_case_hexadecimal": "uppercase hexadecimal",
    "encoded_hexadecimal": "hexadecimal text", "padding_left_on": "padding",
    "encoded_upper_case_hexadecimal": "uppercase hexadecimal text",
    "standard_alphabet": "standard Base64 alphabet", "slash_left": "only + was replaced",
    "plus_left": "only / was replaced", "plain": "the verifier itself", "sha1": "SHA-1",
    "sha384": "SHA-384", "sha512": "SHA-512", "md5": "MD5", "trailing_newline": "line feed after",
    "trailing_crlf": "CR LF", "quotation_marks_hashed": "quotation marks around the verifier",
    "hashed_twice": "digest was hashed again", "challenge_hashed": "challenge was hashed again",
    "hexadecimal_hashed": "hexadecimal text was hashed again",
    "cut": "end of the challenge is missing",
    "one_character_more": "one character too many at the end", "case_lost": "letter case was lost",
    "quoted": "challenge is in quotation marks",
    "line_break_around": "line break is before or after",
    "space_around": "space is before or after", "space_inside": "contains spaces",
    "wrapped": "contains line breaks", "percent_encoded": "percent-encoded",
    "percent_encoded_twice": "percent-encoded twice",
    "plus_as_space": "+ was read as a space", "exchanged": "verifier and challenge were swapped",
    "verifier_padded": "without the = at its end", "verifier_quoted": "without the quotation marks",
    "verifier_line_break": "without the line break", "length": "one is missing",
    "other_hash": "20 bytes, the length of a SHA-1 digest",
  ]

  private func flat(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  private func arguments(of row: ChallengeCase) -> [String] {
    ["challenge"] + (row.verifier.map { [$0] } ?? []) + ["--compare", row.challenge]
  }

  @Test func `every case is named in words, with its section and its exit code`() async throws {
    let bench = try Bench()
    let invalid = ["C50", "C51", "C52", "C53", "C54", "C56"]
    for row in ChallengeCase.pairs + ChallengeCase.alone {
      let answer = await bench.run(arguments(of: row))
      let text = flat(answer.output)
      let code: Int32 = row.causes == [] ? 0 : invalid.contains(row.name) ? 65 : 1
      expect(answer.exitCode, is: code, "\(row.name)")
      expect(answer.errors.contains("code verifier cannot be used"), is: code == 65, "\(row.name)")
      for cause in row.causes ?? [] {
        let words = try #require(Self.words[cause], "\(cause)")
        expect(text.lowercased().contains(words.lowercased()), "\(row.name): \(words) in \(text)")
      }
      for section in row.sections {
        // A second section of the same document may be cited by its number alone.
        let number = section.split(separator: " ").suffix(from: 2).joined(separator: " ")
        expect(text.contains(section) || text.contains(", \(number)"), "\(row.name): \(section)")
      }
      if row.causes == nil {
        expect(text.contains("None of the known mistakes"), "\(row.name)")
        expect(text.contains("Ruled out"), "\(row.name)")
      }
    }
  }

  @Test func `several causes of the same value that cannot be told apart are all in the text`()
    async throws
  {
    let rows = ChallengeCase.pairs
    // This digest has neither + nor / in standard Base64.
    let sha512 = try #require(rows.first { $0.name == "C45" })
    let text = flat(await (try Bench()).run(arguments(of: sha512)).output)
    expect(text.contains("the standard Base64 alphabet would give the same value"))
    let short = try #require(rows.first { $0.name == "C51" })
    let answer = flat(await (try Bench()).run(arguments(of: short)).output)
    expect(answer.contains("42 characters; 43 to 128 are allowed"))
  }

  @Test func `after an equal pair the text says what can still fail`() async throws {
    let answer = try await Bench().run("challenge", ChallengeCase.v, "--compare", ChallengeCase.c)
    let text = flat(answer.output)
    expect(text.hasPrefix("Equal: "))
    for words in [
      "plain", "s256", "the verifier, not the challenge", "Another verifier does not match",
    ] {
      expect(text.contains(words), "\(words)")
    }
  }

  @Test func `the document has the verdict and the causes`() async throws {
    for row in ChallengeCase.pairs + ChallengeCase.alone {
      let answer = try await Bench().run(arguments(of: row) + ["--format", "json"])
      let document = try JSONDecoder().decode(Document.self, from: Data(answer.output.utf8))
      let verdicts = row.verifier == nil ? ["possible", "impossible"] : ["equal", "different"]
      expect(document.verdict, is: row.causes == [] ? verdicts[0] : verdicts[1], "\(row.name)")
      expect(document.received, is: row.challenge)
      expect(document.code_verifier, is: nil)
      for cause in row.causes ?? [] {
        expect(document.findings.contains { $0.causes.contains(cause) }, "\(row.name)")
      }
      expect(document.findings.allSatisfy { $0.reference != nil && 1...5 ~= $0.lesson })
    }
  }

  @Test func `a script gets the value alone`() async throws {
    let bench = try Bench()
    let quiet = await bench.run("challenge", ChallengeCase.v, "--quiet")
    expect(quiet, is: Answer(exitCode: 0, output: ChallengeCase.c + "\n", errors: ""))
    let short = await bench.run("challenge", ChallengeCase.v)
    expect(short.output.split(separator: "\n").count < 10)
    expect(short.output.contains("    \(ChallengeCase.c)\n"))
    let findings = await bench.run(
      "challenge", ChallengeCase.v, "--compare", ChallengeCase.v, "--quiet")
    expect(findings.output.hasPrefix("✗ wrong   This is the verifier itself"))
    expect(findings.exitCode, is: 1)
  }

  @Test func `a random pair is new and right, and takes nothing else`() async throws {
    let bench = try Bench { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }
    var verifiers: Set<String> = []
    for _ in 0..<3 {
      let answer = await bench.run("challenge", "--random", "--format", "json")
      let pair = try JSONDecoder().decode(Document.self, from: Data(answer.output.utf8))
      let verifier = try #require(pair.code_verifier)
      verifiers.insert(verifier)
      let check = await bench.run(
        "challenge", "--compare", pair.code_challenge ?? "", "--", verifier)
      expect(check.exitCode, is: 0)
    }
    expect(verifiers.count, is: 3)
    expect(await bench.run("challenge", "--random", ChallengeCase.v).exitCode, is: 64)
    expect(await bench.run("challenge", "--random", "--compare", "x").exitCode, is: 64)
  }

  @Test func `every value in between is shown on demand, and by the command that is advised`()
    async throws
  {
    let bench = try Bench()
    for verifier in [ChallengeCase.v, "--" + ChallengeCase.v, "~" + ChallengeCase.v] {
      let words = verifier.hasPrefix("--") ? ["--", verifier] : [verifier]
      let answer = await bench.run(["challenge"] + words)
      let advised = answer.output.split(separator: "\n").last.map { $0.split(separator: " ") } ?? []
      let explained = await bench.run(
        advised.dropFirst().map { String($0).replacing("'", with: "") })
      expect(explained.exitCode, is: 0)
      expect(explained.output.contains("sha256_digest"), "\(advised)")
    }
  }
}
