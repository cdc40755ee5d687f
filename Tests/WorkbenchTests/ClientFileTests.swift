import Foundation
import PracticeServer
import TestSupport
import Testing
import Transcript
import Vocabulary

@testable import Runs
@testable import workbench

struct ClientFileTests {
  /// What the file says, or why it cannot be read.
  private func read(_ text: String?) throws -> Result<[PracticeClient], CommandError> {
    let bench = try Bench()
    if let text { try bench.write(text, to: "clients.json") }
    return Result { () throws(CommandError) in
      try ClientFile(path: bench.path("clients.json")).clients()
    }
  }

  private func entry(
    id: String = "MY0001", type: String = "client", _ more: String = "",
    uris: String = #"["http://127.0.0.1:3000/"]"#
  ) -> String {
    #"{"client_id": "\#(id)", "type": "\#(type)", \#(more)"redirect_uris": \#(uris)}"#
  }

  @Test func `the form of the help is right`() throws {
    let clients = try read("[\(entry())]").get()
    expect(clients.map(\.identifier), is: ["MY0001"])
    expect(clients.first?.applicationType, is: .client)
    expect(clients.first?.redirectURIs, is: ["http://127.0.0.1:3000/"])
    let secret = #""client_secret": "s", "#
    let server = try read("[\(entry(type: "server", secret)), \(entry(id: "B", type: "personal"))]")
    expect(try server.get().map(\.secret?.value), is: ["s", nil])
    expect(try read("[]").get(), is: [])
  }

  @Test func `every file that is none is refused and the form is shown`() throws {
    let wrong: [(String, String?)] = [
      ("no file", nil), ("empty", ""), ("no JSON", "clients"), ("an object", entry()),
      ("null", "null"), ("a list of lists", "[[]]"), ("half", "[" + entry()),
      ("no members", "[{}]"), ("no list of addresses", "[\(entry(uris: "\"http://a.example/\""))]"),
      ("a type that there is not", "[\(entry(type: "web"))]"),
      ("a server without a secret", "[\(entry(type: "server"))]"),
      ("an empty secret", "[\(entry(type: "server", #""client_secret": "", "#))]"),
      ("an address that is none", "[\(entry(uris: #"["callback"]"#))]"),
      ("an address with a fragment", "[\(entry(uris: #"["http://a.example/#b"]"#))]"),
      ("no address", "[\(entry(uris: "[]"))]"), ("an empty name", "[\(entry(id: ""))]"),
      ("a name twice", "[\(entry()), \(entry())]"),
      ("the name of a client that is there already", "[\(entry(id: "CLI001"))]"),
      ("2 MB", String(repeating: " ", count: 2 << 20)),
      ("deeply nested", String(repeating: "[", count: 100_000)),
    ]
    for (name, text) in wrong {
      guard case .failure(let complaint) = try read(text) else {
        Issue.record("\(name) was taken")
        continue
      }
      expect(complaint.exitCode, is: .unreadableInput)
      expect(complaint.message.contains("clients.json cannot be read: "))
      expect(complaint.message.hasSuffix("."))
      expect(complaint.next?.line.contains(#"[{"client_id": "MY0001""#), is: true)
    }
  }

  @Test(arguments: [
    "{}",
    #"[{"client_id": "MY0001", "type": "\u001b[31mred", "redirect_uris": ["http://127.0.0.1:3000/"]}]"#,
  ])
  func `a file that is none ends the program with 65, and does nothing at a terminal`(
    text: String
  ) async throws {
    let bench = try Bench()
    try bench.write(text, to: "clients.json")
    let answer = await bench.run("practice", "--port", "0", "--clients", bench.path("clients.json"))
    expect(answer.exitCode, is: 65)
    expect(answer.output, is: "")
    expect(answer.errors.split(separator: "\n").count, is: 2)
    expect(!answer.errors.contains("\u{1B}"))
  }
}
