package import Vocabulary

/// A token request in transit, kept from before it is sent until its response is saved.
///
/// If the next run finds one, the program was stopped in between. The server may have issued tokens
/// that were then lost.
package struct PendingRequest: Codable, Hashable {
  /// The grant of the request.
  package enum Grant: String, Codable, Hashable {
    case code
    case refreshToken = "refresh_token"
    case clientCredentials = "client_credentials"
  }

  /// The times that a request can be sent at: from 1970 to the year 9999.
  package static let times: ClosedRange<Int64> = 0...253_402_300_799

  package let grant: Grant
  /// The time of sending, in seconds since 1970-01-01 00:00 UTC.
  let sentAt: Int64
}

extension PendingRequest {
  /// Returns the note for a user who continues after the program was stopped.
  ///
  /// - Parameters:
  ///   - server: The server that it was sent to.
  ///   - now: The present, in seconds since 1970-01-01 00:00 UTC.
  /// - Returns: One or two sentences.
  package func words(_ server: AuthorizationServer, now: Int64) -> String {
    let age = max(0, now - sentAt)
    let past = "was sent \(age) seconds ago, and the response was never saved."
    switch grant {
    case .code:
      return
        "The code \(past) A code works once: if the server rejects it now, the tokens in that "
        + "response are lost, and the user must authorize again."
    case .clientCredentials: return "A token request \(past) It is sent again."
    case .refreshToken:
      let rejection = "If the server rejects it, the user must authorize again."
      guard let seconds = server.repeatsRefreshForSeconds else {
        return
          "This refresh token \(past) It is sent again, but \(server.name) may not repeat its "
          + "response. \(rejection)"
      }
      return age <= Int64(seconds)
        ? "This refresh token \(past) It is sent again: \(server.name) repeats its response for "
          + "\(seconds) seconds, unless a new token was used."
        : "This refresh token \(past) It is sent again, but the \(seconds) seconds in which "
          + "\(server.name) repeats its response have passed. \(rejection)"
    }
  }
}
