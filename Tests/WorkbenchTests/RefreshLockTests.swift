import Foundation
import TestSupport
import Testing

@testable import Runs
@testable import workbench

struct RefreshLockTests {
  @Test func `a reset leaves nothing behind`() async throws {
    let bench = try Bench.practising()
    expect(await bench.practice().exitCode, is: 0)
    expect(await bench.run("refresh").exitCode, is: 0)
    expect(try bench.sessionFolder().contains("session.json.refresh"))
    expect(await bench.run("session", "reset").exitCode, is: 0)
    expect(try bench.sessionFolder(), is: [".gitignore"])
  }

  @Test func `a lock that a program has is left to it`() async throws {
    let bench = try Bench.practising()
    expect(await bench.practice().exitCode, is: 0)
    let store = SessionStore(path: bench.session, console: TestConsole())
    let lock = try RefreshLock(on: store, TestConsole())
    expect(await bench.run("session", "reset").exitCode, is: 0)
    expect(try bench.sessionFolder(), is: [".gitignore", "session.json.refresh"])
    withExtendedLifetime(lock) {}
  }
}
