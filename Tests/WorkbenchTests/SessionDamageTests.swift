import Foundation
import TestSupport
import Testing

@testable import workbench

struct SessionDamageTests {
  private static let whole = """
    {"flow":"pkce","mode":"dry-run","scenario":"granted","usesRandomValues":false,"values":{},\
    "version":VERSION}
    """

  static let damage: [(name: String, text: String)] = [
    ("garbage", "\u{1}\u{2}not a session"), ("empty", ""), ("null", "null"), ("array", "[]"),
    ("truncated", #"{"version":1,"flow":"pk"#), ("no version", "{}"),
    ("another version", whole.replacing("VERSION", with: "2")),
    ("version of a wrong type", whole.replacing("VERSION", with: "\"1\"")),
    ("2 MB", String(repeating: " ", count: 2 << 20)),
    ("deeply nested", String(repeating: "[", count: 200_000)),
    ("deeply nested values", "{\"values\":" + String(repeating: "{\"a\":", count: 100_000)),
  ]

  /// One sentence and what to do next.
  private func expectRefusal(_ answer: Answer, _ exitCode: Int32 = 65) {
    expect(answer.exitCode, is: exitCode)
    expect(answer.output, is: "")
    let lines = answer.errors.split(separator: "\n")
    expect(lines.count, is: 2)
    expect(lines.first?.hasPrefix("workbench: "), is: true)
    expect(lines.first?.hasSuffix("."), is: true)
  }

  @Test(arguments: damage.map(\.name), [["session"], ["step", "1"], ["step", "4"]])
  func `a session that cannot be read ends with 65`(name: String, words: [String]) async throws {
    let bench = try Bench()
    let text = try #require(Self.damage.first { $0.name == name }).text
    try bench.write(text, to: ".workbench/session.json")
    let answer = await bench.run(words)
    expectRefusal(answer)
    expect(answer.errors.contains("workbench session reset"))
    expect(try bench.sessionText(), is: text)
    expect(await bench.run("session", "reset").exitCode, is: 0)
    expect(await bench.run("session").exitCode, is: 0)
  }

  @Test
  func `a folder or a named pipe in the place of the session ends with 65, and does not hang`()
    async throws
  {
    let bench = try Bench()
    try bench.write("", to: ".workbench/session.json/file")
    expectRefusal(await bench.run("session"))
    expectRefusal(await bench.run("step", "2"))
    let other = try Bench()
    try other.write("*\n", to: ".workbench/.gitignore")
    expect(mkfifo(other.session, 0o600), is: 0)
    expectRefusal(await other.run("session"))
  }

  @Test(arguments: [("redirect_uri", "nowhere"), ("client_id", ""), ("code_verifier", "short")])
  func `a value that no step could have left ends with 65`(
    name: String, value: String
  ) async throws {
    let bench = try Bench()
    expect(await bench.run("walk").exitCode, is: 0)
    let right = try #require(try bench.sessionValues()[name])
    try bench.write(
      try bench.sessionText().replacing("\"\(right)\"", with: "\"\(value)\""),
      to: ".workbench/session.json")
    expectRefusal(await bench.run("step", "4"))
  }

  @Test(arguments: ["granted", "nothing of the kind"])
  func `a session with a scenario that there is not ends with 65`(name: String) async throws {
    let bench = try Bench()
    let text = Self.whole.replacing("VERSION", with: "1").replacing("granted", with: name)
    try bench.write(text, to: ".workbench/session.json")
    // Step 1 begins anew, without the old scenario; a later one goes on with it.
    expect(await bench.run("step", "3").exitCode, is: (name == "granted" ? 1 : 65))
    expect(await bench.run("step", "1").exitCode, is: 0)
  }

  @Test(arguments: [
    (["walk"], "file/session.json"), (["step", "1"], "file/session.json"),
    (["step", "1"], "a/b/c/session.json"),
  ])
  func `a session in a folder that cannot be made ends with 73`(
    words: [String], path: String
  ) async throws {
    let bench = try Bench()
    try bench.write("", to: "file")
    let answer = await bench.run(
      words + ["--mode", "practice", "--session", bench.path(path)])
    expect(answer.exitCode, is: 73)
    expect(answer.errors.contains("--session PATH"))
    // A walk has begun its text by then.
    if words.first == "step" { expectRefusal(answer, 73) }
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may write everywhere"))
  func `a folder that may not be written ends with 73`() async throws {
    let bench = try Bench()
    try bench.write("*\n", to: ".workbench/.gitignore")
    let folder = bench.path(".workbench")
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
    expectRefusal(await bench.run("step", "1"), 73)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
  }

  @Test func `what a crash left beside the session is harmless`() async throws {
    let bench = try Bench()
    expect(await bench.run("step", "1").exitCode, is: 0)
    let before = try bench.sessionText()
    try bench.write("{\"half of a sess", to: ".workbench/session.json.new")
    expect(await bench.run("session").exitCode, is: 0)
    expect(try bench.sessionText(), is: before)
    expect(await bench.run("step", "2").exitCode, is: 0)
    expect(try bench.sessionValues()["state"], is: Guide.state)
    expect(try !bench.sessionFolder().contains("session.json.new"))
  }

  @Test(arguments: ["version", "flow", "mode", "scenario", "name", "value"])
  func `hostile text in a session is made harmless`(place: String) async throws {
    let hostile = "\\u001b[31m\\u202e\\u0007"
    func text(_ name: String, _ usual: String) -> String { name == place ? hostile : usual }
    let json = """
      {"version":1,"flow":"\(text("flow", "pkce"))","mode":"\(text("mode", "dry-run"))",
      "scenario":"\(text("scenario", "granted"))","usesRandomValues":false,"values":{
      "a\(text("name", ""))":{"value":"b\(text("value", ""))","origin":"given","step":0},
      "client_id":{"value":"c\(text("value", ""))","origin":"given","step":0}}}
      """
    let bench = try Bench()
    try bench.write(json, to: ".workbench/session.json")
    var leaks: [[String]] = []
    for words in [["session"], ["step", "2"], ["step", "3"], ["step", "4"], ["step", "1"]] {
      let answer = await bench.run(words)
      if !HostileText.dangerous(in: answer.all).isEmpty { leaks.append(words) }
    }
    expect(leaks, is: [])
  }
}
