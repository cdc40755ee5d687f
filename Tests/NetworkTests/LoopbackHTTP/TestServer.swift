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
///
/// Both have threads of their own: no test that computes for seconds holds them up, and their deadlines are those of
/// the test.
func run(_ server: LoopbackServer, while body: (Poller) async throws -> Void) async throws {
  let poller = try Poller()
  defer { poller.finish() }
  if #available(macOS 15, *) {
    try await withTaskExecutorPreference(poller) { try await run(server, poller, body) }
  } else {
    try await run(server, poller, body)
  }
}

private func run(
  _ server: LoopbackServer, _ poller: Poller, _ body: (Poller) async throws -> Void
) async throws {
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
