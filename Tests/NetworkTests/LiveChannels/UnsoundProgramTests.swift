import Channels
import Foundation
import HTTPMessages
import TestSupport
import Testing

@testable import LiveChannels

/// Programs that do not do what `workbench-network` does.
struct UnsoundProgramTests {
  private static let request = HTTPRequest(method: "GET", url: "https://something.invalid/")

  /// What becomes of an exchange with a script; the process must be gone afterwards.
  private func fault(of script: String, margin: Duration = .seconds(60)) async throws
    -> BackChannelFault?
  {
    try await NetworkProgram.with(script: script) { path in
      let channel = NetworkBackChannel(
        program: path, limits: BackChannelLimits(seconds: 0), margin: margin)
      channel.start()
      let process = try #require(channel.processIdentifier)
      defer {
        expect(channel.processIdentifier, is: nil)
        expect(kill(process, 0) != 0)
      }
      do {
        _ = try await channel.response(to: Self.request)
        return nil
      } catch let fault as BackChannelFault {
        return fault
      }
    }
  }

  /// What a program does, the milliseconds that it gets, and the fault that comes of it.
  static let scripts: [(script: String, margin: Int, fault: BackChannelFault)] =
    [
      // One never answers, one ends, and one has no end.
      ("exec sleep 600", 200, .timedOut(seconds: 0)), ("read -r order", 60_000, .programEnded),
      ("read -r order; exec tr '\\0' a < /dev/zero", 60_000, .programEnded),
    ]
    + [
      "hello", "{}", "[]", "null", #"{"response":{"_0":{}}}"#, #"{"fault":{"_0":"hello"}}"#,
    ].map { line in
      (
        "read -r order; echo '\(line)'; exec cat > /dev/null", 60_000,
        .other("the network program returned an invalid message")
      )
    }

  @Test(arguments: scripts)
  func `one that is silent, ends, has no end or speaks otherwise is found out`(
    script: String, margin: Int, fault: BackChannelFault
  ) async throws {
    expect(try await self.fault(of: script, margin: .milliseconds(margin)), is: fault)
  }
}
