import Foundation
import TestSupport
import Testing

/// Names that a file system without upper and lower case, such as a Mac's, would take for one.
struct NameTests {
  /// The names in a folder of the repository; those that begin with a dot are not ours to judge.
  private static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appending(path: folder).path(percentEncoded: false)
    ).filter { !$0.hasPrefix(".") }
  }

  /// The names that differ from an earlier one in nothing but case.
  private static func repeated(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.sorted().filter { !seen.insert($0.lowercased()).inserted }
  }

  /// A module's build folder and its compiled interface bear its name.
  @Test func `modules, tests and snippets have names that differ in more than case`() throws {
    let snippets = try Self.names(in: "Snippets").filter { $0.hasSuffix(".swift") }
      .map { String($0.dropLast(".swift".count)) }
    let names = try Self.names(in: "Sources") + Self.names(in: "Tests") + snippets
    expect(names.count > 30)
    // A module's name is an identifier: the compiler reads a hyphen as an underscore.
    expect(Self.repeated(names.map { $0.replacing("-", with: "_") }), is: [])
  }

  /// Each file of a module is compiled into an object file of its own name, whatever folder it is in.
  @Test func `no two files of a module have names that differ only in case`() throws {
    for folder in ["Sources", "Tests"] {
      for module in try Self.names(in: folder) {
        var files = Repository.files(under: "\(folder)/\(module)", ending: ".swift")
        // A link to a folder is not followed, but compiled.
        if module == "workbench-network" {
          files += Repository.files(under: "Sources/URLSessionChannel", ending: ".swift")
        }
        let names = files.compactMap { $0.split(separator: "/").last.map(String.init) }
        expect(Self.repeated(names), is: [], "\(module)")
      }
    }
  }

  @Test func `no two paths differ only in case`() throws {
    var folders = [""]
    var count = 0
    while let folder = folders.popLast() {
      let names = try Self.names(in: folder)
      expect(Self.repeated(names), is: [], "\(folder)")
      count += names.count
      folders += names.map { folder + "/" + $0 }.filter { path in
        let url = Repository.root.appending(path: path)
        return (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true
      }
    }
    expect(count > 500)
  }

  @Test func `names that differ only in case are found`() {
    expect(Self.repeated(["Discovery", "Flows", "discovery"]), is: ["discovery"])
  }
}
