// The parts of URLSession that differ on Linux; Exchange+Darwin.swift has the same declarations.
#if canImport(FoundationNetworking)
  import Foundation
  import FoundationNetworking

  extension Exchange {
    static let takesIPv6Addresses = false

    /// Ends the exchange with the 401 response, which is complete when this is called.
    ///
    /// Every disposition would discard the response, so `decide` is never called.
    func meet(
      _ challenge: URLAuthenticationChallenge, of task: URLSessionTask,
      _ decide: @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
      succeed(task.response)
    }
  }
#endif
