import Terminal
import TestSupport
import Testing

struct PagerTests {
  private static let path = ["PATH": "/usr/local/bin:/usr/bin:/bin"]
  private static let isInstalled = BrowserCommand("less")?.file(in: path) != nil

  @Test(arguments: [
    ["PAGER": ""], ["PAGER": "cat"], ["PAGER": "more", "TERM": "dumb"], ["PATH": "/nowhere"],
  ])
  func `some environments want none`(environment: [String: String]) {
    expect(Pager(in: environment), is: nil)
  }

  @Test func `the pager gets the environment, and less its options`() {
    let own = Pager(in: ["PAGER": "less -S", "LESS": "R", "A": "b"])
    expect(
      own?.environment,
      is: [
        "PAGER": "less -S", "LESS": "R", "LESSCHARSET": "utf-8", "A": "b",
      ])
    expect(own?.words == ["sh", "-c", "less -S"] && own?.file == "/bin/sh")
    // As git sets it: see core.pager in git-config(1).
    expect(Pager(in: ["PAGER": "x"])?.environment["LESS"], is: "FRX")
  }

  @Test(.enabled(if: isInstalled, "there is no less"))
  func `without a word of the user it is less`() {
    let pager = Pager(in: Self.path)
    expect(pager?.words == ["less"] && pager?.file.hasSuffix("/less") == true)
    expect(
      pager?.environment, is: Self.path.merging(["LESS": "FRX", "LESSCHARSET": "utf-8"]) { $1 })
  }
}
