import Channels
import HTTPMessages
import PracticeServer

/// The channels to a practice server whose memory lies in a file between the runs.
///
/// What the server issued is saved before anybody else has it: a program that is killed in between
/// then leaves no session with tokens that the server does not know.
struct LedgerKeepingChannels: FrontChannel, BackChannel {
  package let front: any FrontChannel
  package let back: any BackChannel
  package let server: PracticeServer
  /// Where the memory lies; `nil` for a server that is forgotten after the run.
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
