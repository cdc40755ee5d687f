import Foundation
import HTTPMessages
import TestSupport
import Testing
import Transcript
import Vocabulary

/// A secret may be made of words: no sentence about an app is hidden with it, and it is hidden itself.
struct ProseTests {
  /// The secrets that the tests use, and others as people choose them.
  private static let secrets = [
    "practice-secret-of-the-server-app", "practice-secret-of-the-client-app", "my-client-secret",
    "the-authorization-code", "server_secret_for_the_access_token", "access.token.of.the.user",
    "TheRefreshTokenOfTheClient", "secretofthepracticeserver", "correct-horse-battery-staple",
    "a-code-that-the-server-accepted-once", "this is the secret of the app, and of the user",
    "4b1f7c2e9d8a6350f4e1b2c3d4e5f60718293a4b",
  ]

  private static let sentences =
    Glossary.entries.flatMap(\.entries).map(\.meaning)
    + ErrorCode.all.map(\.meaning) + [
      "The server accepted it.", "the practice server of the server application",
      "Breathe. The server appears to be down.", "The client secret of the server app is wrong.",
      "code_verifier and client_secret are sent to the server, and access_token comes back.",
    ]

  private func mask(_ secret: String) -> Mask {
    Mask([], coverage: .everything, secrets: [(name: "client_secret", value: secret)])
  }

  private func shown(_ text: String, _ mask: Mask) throws -> String {
    let body = "{\"error\":\"x\",\"error_description\":\(JSONText.string(text).text)}"
    let response = mask(HTTPResponse(status: 400, body: Array(body.utf8)))
    let members = try JSONValue(parsing: response.body).members
    return members?["error_description"]?.text ?? ""
  }

  @Test(arguments: Array(secrets.enumerated()))
  func `no sentence of the program is hidden`(place: Int, secret: String) throws {
    let (masked, unmasked) = (mask(secret), mask("Zq8"))
    // Each secret meets a fourth of the sentences: all of them take seconds of every other test.
    for (number, sentence) in Self.sentences.enumerated() where number % 4 == place % 4 {
      expect(try shown(sentence, masked), is: try shown(sentence, unmasked), secret)
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `no words in a random order are hidden, unless they spell a secret`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words = Set(
      Self.sentences.flatMap { $0.lowercased().split { !("a"..."z" ~= $0) }.map(String.init) }
    )
    .sorted()
    let own = Self.secrets.map { $0.lowercased().split { !$0.isLetter }.map(String.init) }
    let known = Set(words)
    for (secret, parts) in zip(Self.secrets, own) {
      let mask = mask(secret)
      for _ in 0..<15 {
        // Every second word is one of the secret, where the sentences have it, too.
        let text = (0..<16).map { place in
          let part = parts.filter(known.contains).randomElement(using: &generator)
          let word = words.randomElement(using: &generator) ?? "the"
          return place % 2 == 0 ? word : part ?? word
        }.joined(separator: [" ", "\n", ", "].randomElement(using: &generator) ?? " ")
        expect(try shown(text, mask), is: text, secret)
      }
    }
  }

  private static let writings: [(name: String, write: @Sendable (String) -> String)] = [
    ("as it is", { $0 }), ("percent-encoded", { Form.encode($0) }),
    ("percent-encoded twice", { Form.encode(Form.encode($0)) }),
    ("upper case", { $0.uppercased() }),
    ("other case", { $0.lowercased() }), ("backwards", { String($0.reversed()) }),
    ("Base64", { Data($0.utf8).base64EncodedString() }),
    ("hexadecimal", { $0.utf8.map { String(format: "%02x", $0) }.joined() }),
    ("wrapped", { wrapped($0, 10, "\n") }), ("by four", { wrapped($0, 4, "\n") }),
    ("quoted lines", { wrapped($0, 12, "\" +\n  \"") }), ("with spaces", { wrapped($0, 1, " ") }),
    ("words with spaces", { $0.replacing("-", with: " ") }),
    ("cut at its end", { String($0.dropLast(3)) }),
    ("cut at its start", { String($0.dropFirst(3)) }),
    ("underscores", { $0.replacing("-", with: "_") }),
  ]

  private static func wrapped(_ text: String, _ count: Int, _ separator: String) -> String {
    let characters = Array(text)
    return stride(from: 0, to: characters.count, by: count).map {
      String(characters[$0..<min($0 + count, characters.count)])
    }.joined(separator: separator)
  }

  @Test(arguments: secrets) func `a secret is hidden however it is written`(secret: String) throws {
    let mask = mask(secret)
    for (name, write) in Self.writings {
      let written = write(secret)
      // Two or three ordinary words are those of any sentence.
      if name == "words with spaces", secret.split(separator: "-").count < 4 { continue }
      for sentence in ["It was \(written).", "The server \(written) accepted", written] {
        let text = try shown(sentence, mask)
        expect(!text.contains(written), "\(name): \(text)")
        // What surrounds it stays.
        expect(
          name != "as it is" || !sentence.hasPrefix("It was ") || text.hasPrefix("It was <"),
          "\(name): \(text)")
      }
    }
  }

  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["EXPLAIN_DRAWS"] != nil,
      "it takes seconds, and .ci/full runs it"))
  func `of more secrets than are looked for, none is shown`() throws {
    var generator = SeededGenerator(seed: 1)
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    let secrets = (0..<80).map { _ in
      String((0..<4000).map { _ in letters.randomElement(using: &generator) ?? "x" })
    }
    let mask = Mask(
      [], coverage: .everything, secrets: secrets.map { (name: "access_token", value: $0) })
    // The first are looked for, the last are more than that.
    for secret in secrets.prefix(2) + secrets.suffix(3) {
      for text in [secret, String(secret.dropFirst(1000).prefix(12)), String(secret.reversed())] {
        let shown = try shown("The server has \(text)", mask)
        expect(shown.hasPrefix("The server has <"), shown)
        expect(!shown.contains(text.prefix(8)), shown)
      }
    }
  }
}
