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
