public import Channels
public import HTTPMessages

/// The direct way to a practice server in this process.
public struct PracticeBackChannel: BackChannel, Sendable {
  private let server: PracticeServer

  /// Leads to a server.
  public init(server: PracticeServer) {
    self.server = server
  }

  /// Asks the server.
  public func response(to request: HTTPRequest) async throws -> HTTPResponse {
    await server.answer(to: request).response
  }
}
