import Channels
package import HTTPMessages

/// A back channel that saves a note of each request before sending it.
///
/// A program that is stopped before it saves the response loses the tokens in it. With the note,
/// the next run can report that and repeat the request where possible.
struct KeepingBackChannel: BackChannel {
  package let back: any BackChannel
  /// The clock, in seconds since 1970-01-01 00:00 UTC.
  package let now: () -> Int64
  /// Saves the request in transit, or `nil` for none.
  package let keep: (PendingRequest?) throws -> Void

  package func complete(_ request: HTTPRequest) -> HTTPRequest { back.complete(request) }

  package func response(to request: HTTPRequest) async throws -> HTTPResponse {
    guard let grant = PendingRequest.Grant(request) else {
      return try await back.response(to: request)
    }
    try keep(PendingRequest(grant: grant, sentAt: now()))
    do {
      return try await back.response(to: request)
    } catch let fault as BackChannelFault where fault.wasNotSent {
      try keep(nil)
      throw fault
    }
  }
}

/// A back channel that reports each request before sending it, so that a failure can be explained.
struct NotingBackChannel: BackChannel {
  let back: any BackChannel
  let note: (HTTPRequest) -> Void

  func complete(_ request: HTTPRequest) -> HTTPRequest { back.complete(request) }

  func response(to request: HTTPRequest) async throws -> HTTPResponse {
    note(request)
    return try await back.response(to: request)
  }
}

extension PendingRequest.Grant {
  /// Returns the grant of a token request, or `nil` for any other request.
  package init?(_ request: HTTPRequest) {
    switch request.form?.value(of: "grant_type") {
    case "authorization_code": self = .code
    case "refresh_token": self = .refreshToken
    case "client_credentials": self = .clientCredentials
    default: return nil
    }
  }
}

extension BackChannelFault {
  /// Whether the server cannot have read the request.
  var wasNotSent: Bool {
    switch self {
    case .malformedURL, .malformedField, .unprotected, .notConnected, .noSuchHost, .refused, .proxy,
      .certificate,
      .programMissing:
      true
    case .timedOut, .tooLarge, .brokenOff, .notHTTP, .programEnded, .other: false
    }
  }
}
