import Foundation
import TestSupport
import Testing

@testable import workbench

/// The client secret is this program's own: the programs that it starts do not get it.
@Suite(
  .enabled(if: Program.workbench != nil, "the built program does not lie beside the tests"),
  .enabled(if: Program.bash != nil, "there is no bash"))
struct ChildSecretTests {
  @Test func `neither the browser nor the program for the network gets it`() async throws {
    let (bash, workbench) = (try #require(Program.bash), try #require(Program.workbench))
    let bench = try Bench()
    // Another file of the program, with another program for the network beside it.
    let lines = #"""
      ln "$1" own 2> /dev/null || cp "$1" own
      printf '#!/bin/sh\nenv > network\n' > workbench-network
      printf 'env > browser\n' > browser.sh
      chmod +x workbench-network
      ./own doctor --network --server practice > /dev/null 2>&1
      ./own walk --mode practice --browser --timeout 1 --no-pause --session "$2" --redirect-uri "$3" 2>&1
      echo "exit code $?"
      for i in {1..100}; do [ -s browser ] && break; sleep 0.05; done
      """#
    let answer = try await bash.run(
      [
        "-c", lines, "bash", workbench.path, bench.session,
        "http://127.0.0.1:\(try UnusedHandler.freePort())/callback",
      ], on: bench,
      environment: ["WORKBENCH_CLIENT_SECRET": "topsecret", "BROWSER": "/bin/sh browser.sh"])
    for name in ["network", "browser"] {
      let environment = try String(contentsOfFile: bench.path(name), encoding: .utf8)
      expect(environment.contains("PATH="), "\(name)")
      expect(!environment.contains("topsecret"), "\(name)")
    }
    // In practice mode, too, the wait for a browser is as long as the user says.
    expect(answer.output.contains("within 1 second"), "\(answer.output)")
    expect(answer.output.contains("exit code 69"))
  }
}
