@testable import LoopbackHTTP

/// Runs a server while a test talks to it, then stops it.
func withServer(
  limits: LoopbackLimits = LoopbackLimits(),
  _ body: (_ connect: () throws -> RawClient) async throws -> Void
) async throws {
  let server = try LoopbackServer(
    port: 0, limits: limits, secondsSince1970: { 0 }, handler: TestHandler())
  try await run(server) { poller in
    try await body { try RawClient(port: server.port, poller: poller) }
  }
}

/// Runs a server that was made by the test; what `body` throws is thrown when it has stopped.
func run(_ server: LoopbackServer, while body: (Poller) async throws -> Void) async throws {
  let poller = try Poller()
  defer { poller.finish() }
  async let running: Void = server.run()
  do {
    try await body(poller)
    server.stop()
    await running
  } catch {
    server.stop()
    await running
    throw error
  }
}
