import TestSupport
import Testing

/// One name for one type: whoever reads it in one module need not ask which one is meant.
struct TypeNameTests {
  /// A type that is declared at the top of a file, in it or in a condition on the platform.
  private let declaration =
    #/^(?:  )?(?:(?:public|package|final|indirect) )*(?:struct|enum|class|actor|protocol) (\w+)/#
    .anchorsMatchLineEndings()

  @Test func `no two modules have a type of one name`() throws {
    var modules: [String: Set<String>] = [:]
    for path in Repository.files(under: "Sources", ending: ".swift") {
      // The program for the network has the files of this module through a link.
      guard !path.contains("/workbench-network/URLSessionChannel/") else { continue }
      let module = try #require(path.split(separator: "/").dropFirst().first.map(String.init))
      let text = try #require(Repository.text(of: path))
      for line in text.split(separator: "\n") where line.contains(" ") {
        guard let match = line.prefixMatch(of: declaration) else { continue }
        // What is indented is within another type, unless a condition is around all of the file.
        guard line.first != " " || path.contains("+Darwin") || path.contains("+Linux") else {
          continue
        }
        modules[String(match.output.1), default: []].insert(module)
      }
    }
    expect(modules.count > 200)
    for (name, places) in modules where places.count > 1 {
      Issue.record("\(name) is declared in \(places.sorted().joined(separator: " and "))")
    }
  }
}
