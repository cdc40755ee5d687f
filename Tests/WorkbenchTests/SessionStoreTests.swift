import Foundation
import TestSupport
import Testing
import Transcript
import Vocabulary

@testable import Runs
@testable import workbench

/// What a session may lose: nothing that a server of live mode issued.
struct SessionStoreTests {
  /// A session of live mode with tokens, as step 5 leaves it.
  private static func live(refreshToken: String = "refresh-1") -> Session {
    var session = Session()
    session.mode = .live
    for (name, value) in [
      ("access_token", "access-1"), ("refresh_token", refreshToken), ("expires_at", "1795377600"),
    ] {
      session.values[name] = Session.Value(value: value, origin: .live, step: .tokenResponse)
    }
    return session
  }

  private func store(_ bench: Bench, _ console: TestConsole = TestConsole()) -> SessionStore {
    SessionStore(path: bench.session, console: console)
  }

  @Test(arguments: [
    ["walk"], ["walk", "--mode", "practice"], ["walk", "--flow", "client-credentials"],
    ["step", "1"], ["step", "1", "--mode", "practice"], ["step", "2", "--flow", "code"],
    ["step", "1", "--mode", "live", "--client-id", "ID", "--app-type", "client"],
  ])
  func `a command that replaces real tokens sets them aside and says so`(
    words: [String]
  ) async throws {
    let bench = try Bench()
    try store(bench).write(Self.live())
    let answer = await bench.run(words)
    expect(answer.exitCode, is: 0, answer.errors)
    expect(answer.errors.contains("The previous tokens were moved to \(bench.session).previous"))
    let kept = SessionStore(path: bench.session + ".previous", console: TestConsole())
    expect(try kept.read(), is: Self.live())
  }

  @Test func `a refresh replaces tokens by their successors, and keeps nothing aside`() throws {
    let bench = try Bench()
    let console = TestConsole()
    try store(bench, console).write(Self.live())
    try store(bench, console).write(Self.live(refreshToken: "refresh-2"))
    expect(console.errors, is: "")
    expect(!FileManager.default.fileExists(atPath: bench.session + ".previous"))
  }

  @Test func `older tokens that are lost are named`() throws {
    let bench = try Bench()
    let console = TestConsole()
    for token in ["refresh-1", "refresh-2"] {
      try store(bench, console).write(Self.live(refreshToken: token))
      try store(bench, console).write(Session())
    }
    expect(console.errors.contains("They replaced older tokens in that file, which are lost."))
  }

  @Test(arguments: ["dry-run", "practice"])
  func `a step in another mode than the session's is rejected, and its advice works`(
    mode: String
  ) async throws {
    let other = mode == "practice" ? "dry-run" : "practice"
    let bench = try Bench()
    expect(await bench.run("walk", "--mode", other).exitCode, is: 0)
    let answer = await bench.run("step", "2", "--mode", mode)
    expect(answer.exitCode, is: 64)
    expect(answer.errors.contains("The session's values are from \(other) mode"))
    for command in ["step 1 --mode \(mode)", "step 2", "step 3", "step 4", "step 5"] {
      let next = await bench.run(command.split(separator: " ").map(String.init))
      expect(next.exitCode, is: 0, "\(command): \(next.errors)")
    }
  }

  @Test func `the other flow is advised in the mode of the session`() async throws {
    let bench = try Bench()
    expect(await bench.run("walk", "--mode", "practice").exitCode, is: 0)
    let answer = await bench.run("step", "3", "--flow", "code")
    expect(answer.errors.contains("workbench step 2 --flow code --mode practice\n"))
  }

  @Test func `another type of application gets the client of that type`() async throws {
    let bench = try Bench()
    expect(await bench.run("walk", "--mode", "practice").exitCode, is: 0)
    _ = await bench.run("step", "1", "--mode", "practice", "--app-type", "client")
    expect(await bench.run("step", "2").output.contains("client_id=CLI001"))
  }

  @Test func `a value of the user's own stays in the next authorization of the mode`() async throws
  {
    let bench = try Bench()
    _ = await bench.run("step", "1", "--client-id", "MINE01")
    _ = await bench.run("step", "1")
    expect(await bench.run("step", "2").output.contains("client_id=MINE01"))
  }

  @Test func `a step names the flow of the session if another terminal changed it`() async throws {
    let bench = try Bench()
    _ = await bench.run("step", "1")
    _ = await bench.run("step", "2")
    expect(await bench.run("walk", "--flow", "implicit").exitCode, is: 0)
    expect(await bench.run("step", "3").errors.contains("the session's flow: implicit"))
  }

  /// A folder that cannot be made, because a file has its name; a test may run as root.
  private func blocked(_ bench: Bench) throws -> String {
    try bench.write("", to: "blocked")
    return bench.path("blocked/session.json")
  }

  @Test func `a dry run continues where the session cannot be saved`() async throws {
    let bench = try Bench()
    let path = try blocked(bench)
    let answer = await bench.run("walk", "--session", path)
    expect(answer.exitCode, is: 0)
    expect(answer.output.contains("Step 5"))
    expect(answer.errors.contains("Warning: The file \(path) could not be written"))
    expect(await bench.run("step", "1", "--session", path).exitCode, is: 0)
  }

  @Test func `new tokens that cannot be saved are kept where the user says`() throws {
    let bench = try Bench()
    let console = TestConsole()
    console.isInteractive = true
    console.lines = [bench.path("mine.json")]
    let store = SessionStore(path: try blocked(bench), console: console)
    let complaint = try #require(throws: CommandError.self) {
      try store.write(Self.live(), hasNewTokens: true)
    }
    expect(complaint.exitCode, is: .cannotCreate)
    expect(
      complaint.message.hasPrefix("The server issued new tokens, but they could not be saved."))
    let kept = SessionStore(path: bench.path("mine.json"), console: console)
    expect(try kept.read(), is: Self.live())
  }

  @Test func `without a user they are kept in the first folder that takes them`() async throws {
    let bench = try Bench()
    let store = SessionStore(path: try blocked(bench), console: TestConsole())
    var rescue = SessionRescue(store: store, session: Self.live())
    rescue.folders = [bench.path("blocked"), bench.path("")]
    let complaint = rescue.complaint(after: CommandError(.cannotCreate, "The disk is full."))
    let path = bench.path("") + "/workbench-session-1795377600.json"
    expect(complaint.message.hasSuffix("The disk is full. They are in \(path) instead."))
    // The advice works from here.
    let words = try #require(complaint.next?.command).split(separator: " ").map(String.init)
    expect(await bench.run(words).output.contains("access_token"))
    rescue.folders = [bench.path("blocked")]
    let loss = rescue.complaint(after: CommandError(.cannotCreate, "The disk is full."))
    expect(loss.message.contains("so they are lost"))
  }

  @Test(arguments: [Int64.min, -1, .max])
  func `a request sent at a time that does not exist makes the file unreadable`(
    time: Int64
  ) async throws {
    let bench = try Bench()
    var session = Self.live()
    session.pending = PendingRequest(grant: .refreshToken, sentAt: time)
    try store(bench).replace(with: session)
    expect(await bench.run("refresh").exitCode, is: 65)
  }
}
