import Channels
import HTTPMessages

/// A browser that gives a fixed redirect and remembers what it was asked.
final class FixedFrontChannel: FrontChannel {
  private(set) var requests: [HTTPRequest] = []
  private let answer: () throws -> Redirect

  init(_ answer: @escaping () throws -> Redirect) {
    self.answer = answer
  }

  func redirect(for request: HTTPRequest) async throws -> Redirect {
    requests.append(request)
    return try answer()
  }
}

/// A server that gives a fixed response and remembers what it was asked.
final class FixedBackChannel: BackChannel {
  private(set) var requests: [HTTPRequest] = []
  private let answer: () throws -> HTTPResponse

  init(_ answer: @escaping () throws -> HTTPResponse) {
    self.answer = answer
  }

  func response(to request: HTTPRequest) async throws -> HTTPResponse {
    requests.append(request)
    return try answer()
  }
}
