import TestSupport
import Testing

@testable import Runs

struct ProgramNameTests {
  private static let debug = "/home/me/oauth/.build/x86_64-unknown-linux-gnu/debug/workbench"
  private static let release = "/home/me/oauth/.build/arm64-apple-macosx/release/workbench"
  private static let swift = "swift run workbench"

  /// Each way to start the program: the word typed, the program, the current folder, and the name.
  @Test(arguments: [
    // swift run, in the package and in a folder of it: the path to the platform's folder, from here.
    (".build/x86_64-unknown-linux-gnu/debug/workbench", debug, "/home/me/oauth", swift),
    (
      "../.build/x86_64-unknown-linux-gnu/debug/workbench", debug, "/home/me/oauth/Lessons", swift
    ),
    (
      ".build/arm64-apple-macosx/release/workbench", release, "/home/me/oauth",
      "swift run -c release workbench"
    ),
    // swift run --package-path, from outside: `swift run workbench` does nothing there.
    (
      "me/oauth/.build/x86_64-unknown-linux-gnu/debug/workbench", debug, "/home",
      "me/oauth/.build/x86_64-unknown-linux-gnu/debug/workbench"
    ),
    // A bare word, with the build folder on the path: in the package, and elsewhere.
    ("workbench", debug, "/home/me/oauth", swift), ("workbench", debug, "/home/me", "workbench"),
    ("workbench", debug, "/home/me/oauth2", "workbench"),
    // A path that was typed.
    (".build/debug/workbench", debug, "/home/me/oauth", ".build/debug/workbench"),
    ("oauth/.build/debug/workbench", debug, "/home/me", "oauth/.build/debug/workbench"),
    // An installed copy.
    ("workbench", "/usr/local/bin/workbench", "/home/me/oauth", "workbench"),
    ("./my workbench", "/home/me/my workbench", "/home/me", "'./my workbench'"),
    // A build folder without its package.
    ("workbench", "/srv/.build/debug/workbench", "/srv", "workbench"),
    ("", "", "", "workbench"),
  ])
  func `hints name the program as it can be typed here`(
    typed: String, executable: String, folder: String, name: String
  ) {
    let program = ProgramName(
      typed: typed, executable: executable, folder: folder,
      isPackage: { $0 == "/home/me/oauth" })
    expect(program.text, is: name)
  }
}
