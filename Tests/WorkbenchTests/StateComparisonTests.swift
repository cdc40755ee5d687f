import TestSupport
import Testing

struct StateComparisonTests {
  private static let sent = "rY3dJ8wq0Tz5mVb6Kc1uXg"
  private static let encoded = "n+eBY2DPiNEk3xEe7rqmtg=="

  /// The cases of a public list: the state that was sent, the end of the redirect, and the cause in words.
  static let rows: [(name: String, sent: String, query: String, words: [String])] = [
    (
      "S1", "test+abc+def==", "state=test+abc+def%3D%3D",
      ["equal if + is taken literally", "Appendix B"]
    ),
    (
      "S2", encoded, "state=n%252BeBY2DPiNEk3xEe7rqmtg%253D%253D",
      ["equal if the received one is decoded again", "encodes it twice", "Appendix B"]
    ),
    (
      "S2, encoded four times", encoded, "state=n%2525252BeBY2DPiNEk3xEe7rqmtg%2525253D%2525253D",
      ["decoded three more times", "encodes it four times", "Appendix B"]
    ),
    (
      "S2 after S4", encoded, "state=n%2520eBY2DPiNEk3xEe7rqmtg%253D%253D",
      ["decoded again and each space is a +", "encodes it twice", "Appendix B"]
    ),
    (
      "S4", encoded, "state=n%20eBY2DPiNEk3xEe7rqmtg==",
      ["equal if each space is a +", "encoded the space again", "Appendix B"]
    ),
    (
      "S5", sent, "state=rY3dJ8wq0Tz5mVb6Kc1uX",
      ["the last character is missing", "RFC 6749 §4.1.2"]
    ),
    ("S6", sent, "state=ry3dj8wq0tz5mvb6kc1uxg", ["letter case only", "RFC 6749 §4.1.2"]),
    ("S7", sent, "state=%22\(sent)%22", ["with quotation marks added", "RFC 6749 §4.1.2"]),
    ("S8", sent, "state=\(sent)%0A", ["with a line break added", "RFC 6749 §4.1.2"]),
    ("S9", "abc==", "state=abc", ["apart from the = at the end", "Appendix B"]),
    ("S10", sent, "state=", ["empty", "RFC 6749 §3.1"]),
    ("S11", sent, "x=y", ["The server did not return the state", "RFC 6749 §4.1.2"]),
    ("S12", sent, "state=\(sent)&state=x", ["the parameter state 2 times", "RFC 6749 §3.1"]),
    ("S13", sent, "amp;state=\(sent)", ["&amp; instead of &"]),
    ("S14", sent, "state=Zq1LrT7vXo0bN4kWc8PmYe", ["may have planted it", "RFC 6749 §10.12"]),
  ]

  private func answer(_ sent: String, _ query: String, format: String) async throws -> Answer {
    let bench = try Bench()
    let address = "http://127.0.0.1:8251/callback"
    _ = await bench.run("step", "1")
    _ = await bench.run("step", "2", "--state", sent, "--redirect-uri", address)
    return await bench.run(
      "step", "3", "--redirect", "\(address)?code=abc123&\(query)", "--format", format)
  }

  @Test(arguments: rows)
  func `the cause of a state that differs is named, and the step stops`(
    row: (name: String, sent: String, query: String, words: [String])
  ) async throws {
    let answer = try await answer(row.sent, row.query, format: "text")
    expect(answer.exitCode, is: 1, "\(row.name)")
    let text = answer.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    for words in row.words { expect(text.contains(words), "\(row.name): \(words)") }
    expect(text.contains("planted"), is: row.name == "S14", "\(row.name)")
  }

  @Test func `the reason stays, whatever the cause is`() async throws {
    for row in Self.rows
    where ["S1", "S2", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S14"].contains(row.name) {
      let answer = try await answer(row.sent, row.query, format: "json")
      expect(answer.output.contains("\"reason\": \"state_mismatch\""), "\(row.name)")
    }
  }

  @Test func `a state that was encoded and decoded once is equal`() async throws {
    // S3
    let answer = try await answer(
      Self.encoded, "state=n%2BeBY2DPiNEk3xEe7rqmtg%3D%3D", format: "text")
    expect(answer.exitCode, is: 0)
  }
}
