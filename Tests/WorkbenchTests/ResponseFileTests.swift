import Foundation
import TestSupport
import Testing

@testable import workbench

struct ResponseFileTests {
  private static let body = #"{"access_token":"my-token","token_type":"Bearer","expires_in":60}"#

  static let readable: [(name: String, text: String)] = [
    ("body alone", body),
    ("body with a line feed", body + "\n"),
    ("HTTP/1.1", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + body),
    (
      "HTTP/1.1 with line feeds alone", "HTTP/1.1 200 OK\nContent-Type: application/json\n\n" + body
    ),
    ("HTTP/1.1 without a reason phrase", "HTTP/1.1 200 \r\n\r\n" + body),
    ("HTTP/1.1 without fields", "HTTP/1.1 200 OK\r\n\r\n" + body),
    ("HTTP/1.0", "HTTP/1.0 200 OK\r\nServer: old\r\n\r\n" + body),
    ("HTTP/2", "HTTP/2 200 \r\ncontent-type: application/json\r\n\r\n" + body),
    ("HTTP/3", "HTTP/3 200 \r\ncontent-type: application/json\r\n\r\n" + body),
  ]

  @Test(arguments: readable.map(\.name))
  func `a response is read from a file and from standard input`(name: String) async throws {
    let text = try #require(Self.readable.first { $0.name == name }).text
    let bench = try Bench()
    try bench.write(text, to: "answer.txt")
    let file = await bench.run(
      "step", "5", "--response", bench.path("answer.txt"), "--format", "json", "--show-secrets")
    try expectToken(file)
    let console = TestConsole()
    console.input = Array(text.utf8)
    try expectToken(
      await bench.run(
        "step", "5", "--response", "-", "--format", "json", "--show-secrets", console: console))
  }

  private func expectToken(_ answer: Answer) throws {
    expect(answer.exitCode, is: 0)
    expect(!answer.errors.contains("workbench: "))
    try #require(answer.exitCode == 0)
    let step = try #require(try WalkDocument(answer.output).step(5))
    expect(step.received?.status, is: 200)
    expect(step.received?.origin, is: "given")
    let token = step.outputs.first { $0.name == "access_token" }
    expect(token?.value, is: "my-token")
    expect(token?.origin, is: "given")
  }

  @Test func `a rejection in a file keeps its words, and a closed service ends with 69`()
    async throws
  {
    let bench = try Bench()
    let text = "HTTP/1.1 400 Bad Request\r\n\r\n{\"error\":\"invalid_grant\"}"
    try bench.write(text, to: "answer.txt")
    let answer = await bench.run("step", "5", "--response", bench.path("answer.txt"))
    expect(answer.exitCode, is: 1)
    expect(answer.output.contains("HTTP/1.1 400 Bad Request"))
    expect(answer.output.contains("invalid_grant"))
    try bench.write("HTTP/1.1 410 Gone\r\n\r\n", to: "answer.txt")
    let gone = await bench.run("step", "5", "--response", bench.path("answer.txt"))
    expect(gone.exitCode, is: 69)
  }

  @Test func `what is no file, or too large, ends with 65`() async throws {
    let bench = try Bench()
    let missing = await bench.run("step", "5", "--response", bench.path("missing.txt"))
    expect(missing.exitCode, is: 65)
    expect(missing.errors.contains("there is no such file"))
    expect(missing.output, is: "")
    let folder = await bench.run("step", "5", "--response", bench.folder.path())
    expect(folder.exitCode, is: 65)
    expect(folder.errors.contains("folder"))
    try bench.write(Data(count: 3 << 20), to: "answer.txt")
    let large = await bench.run("step", "5", "--response", bench.path("answer.txt"))
    expect(large.exitCode, is: 65)
    let console = TestConsole()
    console.input = [UInt8](repeating: 0x20, count: 3 << 20)
    let typed = await bench.run("step", "5", "--response", "-", console: console)
    expect(typed.exitCode, is: 65)
  }

  @Test(arguments: [
    "HTTP/", "HTTP/1.1", "HTTP/1.1 OK", "HTTP/1.1 99999 Much\r\n\r\n", "HTTP/1.1 -1 x\r\n\r\n",
    "HTTP/1.1 200 OK\r\nno colon here\r\n\r\n{}", "HTTP/9 200\r\nno colon",
  ])
  func `what begins as HTTP and is none ends with 65`(text: String) async throws {
    let bench = try Bench()
    try bench.write(text, to: "answer.txt")
    let answer = await bench.run("step", "5", "--response", bench.path("answer.txt"))
    expect(answer.exitCode, is: 65)
    expect(answer.errors.contains("curl --include"))
  }

  @Test(arguments: [
    "", "   \n", "garbage", "<html></html>", "{", "[]", "42", "\"text\"", "{\"access_token\":1}",
    "{\"access_token\":\"t\",\"token_type\":\"mac\"}", String(repeating: "[", count: 100_000),
    "HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n",
  ])
  func `a response without a token stops step 5`(text: String) async throws {
    let bench = try Bench()
    try bench.write(text, to: "answer.txt")
    let answer = await bench.run("step", "5", "--response", bench.path("answer.txt"))
    expect(answer.exitCode, is: 1)
    expect(answer.output.contains("Step 5 failed"))
  }

  @Test func `a named pipe without a writer does not hang`() async throws {
    let bench = try Bench()
    expect(mkfifo(bench.path("pipe"), 0o600), is: 0)
    let answer = await bench.run("step", "5", "--response", bench.path("pipe"))
    expect([1, 65].contains(answer.exitCode))
  }
}
