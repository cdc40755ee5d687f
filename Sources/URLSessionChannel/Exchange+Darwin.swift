// The parts of URLSession that differ on Darwin; Exchange+Linux.swift has the same declarations.
#if !canImport(FoundationNetworking)
  import Foundation

  extension Exchange {
    static let takesIPv6Addresses = true

    /// Lets the system verify the server's certificate, and rejects every other challenge.
    func meet(
      _ challenge: URLAuthenticationChallenge, of task: URLSessionTask,
      _ decide: @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
      let kind = challenge.protectionSpace.authenticationMethod
      let isTrust = kind == NSURLAuthenticationMethodServerTrust
      decide(isTrust ? .performDefaultHandling : .rejectProtectionSpace, nil)
    }
  }
#endif
