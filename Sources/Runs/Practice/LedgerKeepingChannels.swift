import Channels
import HTTPMessages
import PracticeServer

/// The channels to a practice server whose ledger is kept in a file between runs.
///
/// The ledger is saved before the client gets a response. So if the program is killed, the session
/// cannot contain tokens that the server does not know.
struct LedgerKeepingChannels: FrontChannel, BackChannel {
  package let front: any FrontChannel
  package let back: any BackChannel
  package let server: PracticeServer
  /// The file of the ledger, or `nil` for a server without one.
  package let file: LedgerFile?

  package func redirect(for request: HTTPRequest) async throws -> Redirect {
    let redirect = try await front.redirect(for: request)
    try file?.write(await server.ledger)
    return redirect
  }

  package func response(to request: HTTPRequest) async throws -> HTTPResponse {
    let response = try await back.response(to: request)
    try file?.write(await server.ledger)
    return response
  }
}
