import Foundation
import Terminal
import TestSupport
import Testing

/// Commands that write down how they were called, in the place of a browser.
@Suite(.timeLimit(.minutes(1))) struct BrowserOpeningTests {
  private static let url = "https://as.example/authorize?a=b&c=%20;touch+x"

  /// Opens an address; a program that takes its time to fail is still waited for.
  private func open(
    _ url: String, environment: [String: String], patience: Duration = .seconds(50)
  ) async -> BrowserOpening.Outcome {
    await BrowserOpening.open(url, environment: environment, patience: patience)
  }

  /// A command that writes its arguments, one a line, and ends with a status.
  ///
  /// The shell is the program: a file that was written just now cannot always be run at once.
  private func command(_ name: String, status: Int = 0, on scratch: ScratchFolder) throws -> String
  {
    let called = scratch.path(name) + ".called"
    try scratch.write(
      "printf '%s\\n' \"$@\" > '\(called).new' && mv '\(called).new' '\(called)'\nexit \(status)\n",
      to: name)
    return "/bin/sh " + scratch.path(name)
  }

  /// What the program of that name was called with; `nil` if it was not.
  private func call(_ name: String, on scratch: ScratchFolder) async throws -> [String]? {
    for _ in 0..<100 {
      if let text = try? String(contentsOfFile: scratch.path(name) + ".called", encoding: .utf8) {
        return text.split(separator: "\n").map(String.init)
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    return nil
  }

  @Test(arguments: [
    ("", [url]), (" --new-window", ["--new-window", url]),
    (" --url=%s -x", ["--url=\(url)", "-x"]),
    (" %s %s", [url, url]), (" $(id)", ["$(id)", url]), (" 'a b'", ["'a", "b'", url]),
  ])
  func `the address is one argument, and no shell reads it`(
    words: String, expected: [String]
  ) async throws {
    let scratch = try ScratchFolder()
    let list = try command("browser", on: scratch) + words
    expect(await open(Self.url, environment: ["BROWSER": list]), is: .started("/bin/sh"))
    expect(try await call("browser", on: scratch), is: expected)
  }

  @Test func `the list is tried in turn until one works, and a program that fails is named`()
    async throws
  {
    let scratch = try ScratchFolder()
    let failing = try command("failing", status: 3, on: scratch)
    let working = try command("working", on: scratch)
    let unused = try command("unused", on: scratch)
    let list = "/nowhere/browser:\(failing)::\(working) -x:\(unused)"
    expect(await open(Self.url, environment: ["BROWSER": list]), is: .started("/bin/sh"))
    expect(try await call("failing", on: scratch), is: [Self.url])
    expect(try await call("working", on: scratch), is: ["-x", Self.url])
    expect(!FileManager.default.fileExists(atPath: scratch.path("unused.called")))
    expect(BrowserOpening.opener(in: ["BROWSER": list]), is: "/bin/sh")
    let environment = ["BROWSER": failing, "PATH": scratch.path("empty")]
    expect(await open(Self.url, environment: environment), is: .failed("/bin/sh"))
  }

  @Test func `a browser that goes on is not waited for, nor left behind as a zombie`() async throws
  {
    let scratch = try ScratchFolder()
    let note = scratch.path("process")
    try scratch.write(
      "echo $$ > '\(note).new'; mv '\(note).new' '\(note)'; sleep 2\n", to: "browser")
    let list = "/bin/sh " + scratch.path("browser")
    let outcome = await open(
      Self.url, environment: ["BROWSER": list], patience: .milliseconds(10))
    expect(outcome, is: .started("/bin/sh"))
    while !FileManager.default.fileExists(atPath: note) {
      try await Task.sleep(for: .milliseconds(20))
    }
    let text = try String(contentsOfFile: note, encoding: .utf8)
    let process = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    // A child whose end was taken is gone; a zombie could still be sent a signal.
    while kill(process, 0) == 0 { try await Task.sleep(for: .milliseconds(20)) }
    expect(errno, is: ESRCH)
  }

  @Test(arguments: [
    "file:///etc/passwd", "myapp://x", "-x", "javascript:alert(1)", "", "--url=http://a",
  ])
  func `nothing but a web address is opened`(url: String) async throws {
    let scratch = try ScratchFolder()
    let browser = try command("browser", on: scratch)
    expect(await open(url, environment: ["BROWSER": browser]), is: .notWebURL)
    expect(!FileManager.default.fileExists(atPath: scratch.path("browser.called")))
  }

  @Test(arguments: ["%s", "%s -x", " ", ":::"])
  func `an address is never run as a program`(list: String) {
    let commands = BrowserCommand.all(in: ["BROWSER": list])
    expect(!commands.contains { $0.program.contains("%s") })
  }

  #if os(Linux)
    @Test
    func `without a desktop nothing is tried, and without a program it says what was looked for`()
      async throws
    {
      let scratch = try ScratchFolder()
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path("xdg-open"), withDestinationPath: "/bin/true")
      let path = ["PATH": scratch.path("")]
      expect(await open(Self.url, environment: path), is: .noDesktop)
      expect(BrowserOpening.opener(in: path), is: nil)
      for variable in ["DISPLAY", "WAYLAND_DISPLAY"] {
        let environment = path.merging([variable: ":0", "BROWSER": ""]) { $1 }
        expect(BrowserOpening.opener(in: environment)?.hasSuffix("/xdg-open"), is: true)
      }
      let chosen = path.merging(["BROWSER": "not-there"]) { $1 }
      expect(await open(Self.url, environment: chosen), is: .started("xdg-open"))
      let nowhere = ["PATH": "/nowhere", "DISPLAY": ":0", "BROWSER": "one:two -x"]
      let expected = BrowserOpening.Outcome.notInstalled(["one", "two", "xdg-open"])
      expect(await open(Self.url, environment: nowhere), is: expected)
    }
  #endif
}
