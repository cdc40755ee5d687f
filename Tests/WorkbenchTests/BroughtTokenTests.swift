import TestSupport
import Testing

@testable import Runs
@testable import workbench

/// A token that a user pastes with an implicit redirect is real, and hidden like a code.
struct BroughtTokenTests {
  private static let token = "real-access-4711"
  private static let redirect =
    "\(Guide.redirectURI)#access_token=\(token)&token_type=Bearer&state=\(Guide.state)"

  private func bring(_ options: String...) async throws -> Answer {
    let bench = try Bench()
    _ = await bench.run("step", "2", "--flow", "implicit")
    return await bench.run(["step", "3", "--redirect", Self.redirect] + options)
  }

  @Test(arguments: OutputFormat.allCases.map(\.rawValue))
  func `it is hidden in every format`(format: String) async throws {
    let answer = try await bring("--format", format)
    expect(answer.exitCode, is: 0)
    expect(!answer.all.contains(Self.token))
  }

  @Test func `it is shown to whoever asks, by the step and by the session, which keeps it`()
    async throws
  {
    expect(try await bring("--show-secrets").output.contains(Self.token))
    let bench = try Bench()
    _ = await bench.run("step", "2", "--flow", "implicit")
    _ = await bench.run("step", "3", "--redirect", Self.redirect)
    expect(try bench.sessionValues()["access_token"], is: Self.token)
    expect(await !bench.run("session").output.contains(Self.token))
    expect(await bench.run("session", "--show-secrets").output.contains(Self.token))
  }
}
