// What Linux's URLSession has otherwise than Darwin's; Exchange+Darwin.swift says the same, line by line.
#if canImport(FoundationNetworking)
  import Foundation
  import FoundationNetworking

  extension Exchange {
    static let takesIPv6Addresses = false

    /// Takes the answer, a 401, which is complete when this comes.
    ///
    /// Every disposition that the system offers would lose it, so it is told none.
    func meet(
      _ challenge: URLAuthenticationChallenge, of task: URLSessionTask,
      _ decide: @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
      succeed(task.response)
    }
  }
#endif
