import Foundation
import PracticeServer
import TestSupport
import Testing

@testable import workbench

/// The file of clients that the help shows can be used as it is copied.
struct ClientFileHelpTests {
  @Test
  func `the clients of the help are clients, and their lines are not broken`()
    async throws
  {
    for columns in ["40", "80"] {
      let bench = try Bench()
      let help = await bench.run(["help", "practice"], environment: ["COLUMNS": columns]).output
      let block = try #require(help.firstMatch(of: /\n(\[\n(?: .*\n)+\]\n)/))
      try expectClients(String(block.1), on: bench)
    }
  }

  private func expectClients(_ text: String, on bench: Bench) throws {
    try bench.write(text, to: "clients.json")
    let clients = try ClientFile(path: bench.path("clients.json")).clients()
    expect(clients.count, is: 2)
    expect(Set(clients.map(\.identifier)).count, is: 2)
  }
}
