package import Vocabulary

/// A request that can be answered with tokens, kept from before it was sent until its answer is kept.
///
/// If it is still there at the next run, the program was stopped in between, and the tokens may have been
/// issued without anybody having them.
package struct PendingRequest: Codable, Hashable {
  /// What was exchanged.
  package enum Grant: String, Codable, Hashable {
    case code
    case refreshToken = "refresh_token"
    case clientCredentials = "client_credentials"
  }

  /// The times that a request can be sent at: from 1970 to the year 9999.
  package static let times: ClosedRange<Int64> = 0...253_402_300_799

  package let grant: Grant
  /// When it was sent, in seconds since 1970-01-01 00:00 UTC.
  let sentAt: Int64
}

extension PendingRequest {
  /// What a person has to know who goes on after a program that was stopped.
  ///
  /// - Parameters:
  ///   - server: The server that it was sent to.
  ///   - now: The present, in seconds since 1970-01-01 00:00 UTC.
  /// - Returns: One or two sentences.
  package func words(_ server: AuthorizationServer, now: Int64) -> String {
    let age = max(0, now - sentAt)
    let past = "was sent \(age) seconds ago, and its answer was never saved."
    switch grant {
    case .code:
      return
        "The code \(past) A code works once: if the server refuses it now, the tokens of that answer "
        + "are lost, and the user has to be asked again."
    case .clientCredentials: return "A token request \(past) It is made anew."
    case .refreshToken:
      let rejection = "if the server refuses it, the user has to be asked again."
      guard let seconds = server.repeatsRefreshForSeconds else {
        return
          "This refresh token \(past) Whether \(server.name) repeats its answer is not known: it is "
          + "sent once more, and \(rejection)"
      }
      return age <= Int64(seconds)
        ? "This refresh token \(past) \(server.name) repeats its answer for \(seconds) seconds, unless a "
          + "new token was used: it is sent once more."
        : "This refresh token \(past) The \(seconds) seconds in which \(server.name) repeats its answer are "
          + "over: it is sent once more, and \(rejection)"
    }
  }
}
