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

  @Test func `one that never answers is given up`() async throws {
    let fault = try await fault(of: "exec sleep 600", margin: .milliseconds(200))
    expect(fault, is: .timedOut(seconds: 0))
  }

  @Test func `one that reads and ends is found out`() async throws {
    expect(try await fault(of: "read -r order"), is: .programEnded)
  }

  @Test func `one that answers without end is cut off`() async throws {
    expect(try await fault(of: "read -r order; exec tr '\\0' a < /dev/zero"), is: .programEnded)
  }

  @Test(arguments: [
    "hello", "{}", "[]", "null", #"{"response":{"_0":{}}}"#, #"{"fault":{"_0":"hello"}}"#,
  ])
  func `one that speaks otherwise is found out`(line: String) async throws {
    let fault = try await fault(of: "read -r order; echo '\(line)'; exec cat > /dev/null")
    expect(fault, is: .other("the program for the network spoke in a way of its own"))
  }
}
