// What Darwin's URLSession has otherwise than Linux's; Exchange+Linux.swift says the same, line by line.
#if !canImport(FoundationNetworking)
  import Foundation

  extension Exchange {
    static let takesIPv6Addresses = true

    /// Lets the system judge the server's certificate; for anything else there is no password.
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
