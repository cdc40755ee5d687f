import Foundation
import TestSupport
import Testing

@testable import workbench

struct SessionTests {
  private func mode(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test func `only the owner may read the session, and its folder ignores itself in git`()
    async throws
  {
    let bench = try Bench()
    expect(await bench.run("step", "1").exitCode, is: 0)
    for name in try bench.sessionFolder() where name != ".gitignore" {
      expect(try mode(of: bench.path(".workbench/\(name)")), is: 0o600)
    }
    expect(try mode(of: bench.session), is: 0o600)
    expect(try mode(of: bench.path(".workbench")), is: 0o700)
    let ignore = try String(contentsOfFile: bench.path(".workbench/.gitignore"), encoding: .utf8)
    expect(ignore, is: "*\n")
    // A session that others could read becomes private when it is replaced.
    let open = try Bench()
    try open.write("{}", to: ".workbench/session.json")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: open.session)
    expect(await open.run("walk").exitCode, is: 0)
    expect(try mode(of: open.session), is: 0o600)
  }

  @Test func `a folder that was there already is left as it is`() async throws {
    let bench = try Bench()
    let answer = await bench.run("step", "1", "--session", bench.path("session.json"))
    expect(answer.exitCode, is: 0)
    expect(!FileManager.default.fileExists(atPath: bench.path(".gitignore")))
  }

  @Test func `session shows every value with where it comes from, or says that there is none`()
    async throws
  {
    let bench = try Bench()
    expect(await bench.run("walk").exitCode, is: 0)
    let answer = await bench.run("session")
    expect(answer.exitCode, is: 0)
    for (name, value) in try bench.sessionValues() {
      expect(answer.output.contains("  \(name) ("))
      expect(answer.output.contains("    \(value)\n"))
    }
    let empty = try Bench()
    let nothing = await empty.run("session")
    expect(nothing.exitCode, is: 0)
    expect(nothing.output, is: "The session is empty.\n")
    expect(nothing.errors.contains("Next: workbench walk"))
    expect(!FileManager.default.fileExists(atPath: empty.path(".workbench")))
  }

  @Test func `reset leaves no file of the session behind, and is no error where there is none`()
    async throws
  {
    let bench = try Bench()
    expect(await bench.run("walk").exitCode, is: 0)
    try bench.write("{\"half", to: ".workbench/session.json.new")
    expect(await bench.run("session", "reset").exitCode, is: 0)
    // The folder and what makes git leave it alone hold no value.
    expect(try bench.sessionFolder().subtracting([".gitignore"]), is: [])
    expect(await bench.run("session").output, is: "The session is empty.\n")
    let other = try Bench()
    expect(await other.run("session", "reset").exitCode, is: 0)
    expect(await other.run("session", "reset").exitCode, is: 0)
  }

  @Test func `a session path may lie in the current folder or begin with a hyphen`() async throws {
    let bench = try Bench()
    for name in ["plain.json", "-dash.json", "with blank.json", "ümlaut.json"] {
      let path = bench.path(name)
      expect(await bench.run("step", "1", "--session=\(path)").exitCode, is: 0)
      expect(FileManager.default.fileExists(atPath: path))
    }
  }
}
