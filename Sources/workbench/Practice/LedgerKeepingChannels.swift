import Channels
import HTTPMessages
import PracticeServer

/// The channels to a practice server whose memory lies in a file between the runs.
///
/// What the server issued is saved before anybody else has it: a program that is killed in between
/// then leaves no session with tokens that the server does not know.
struct LedgerKeepingChannels: FrontChannel, BackChannel {
  let front: any FrontChannel
  let back: any BackChannel
  let server: PracticeServer
  /// Where the memory lies; `nil` for a server that is forgotten after the run.
  let file: LedgerFile?

  func redirect(for request: HTTPRequest) async throws -> Redirect {
    let redirect = try await front.redirect(for: request)
    try file?.write(await server.ledger)
    return redirect
  }

  func response(to request: HTTPRequest) async throws -> HTTPResponse {
    let response = try await back.response(to: request)
    try file?.write(await server.ledger)
    return response
  }
}
