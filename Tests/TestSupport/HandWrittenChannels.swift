import Channels
package import HTTPMessages

/// A browser that gives a fixed redirect and remembers what it was asked.
package final class FixedFrontChannel: FrontChannel {
  package private(set) var requests: [HTTPRequest] = []
  private let answer: () throws -> Redirect

  package init(_ answer: @escaping () throws -> Redirect) {
    self.answer = answer
  }

  package func redirect(for request: HTTPRequest) async throws -> Redirect {
    requests.append(request)
    return try answer()
  }
}

/// A server that gives a fixed response and remembers what it was asked.
package final class FixedBackChannel: BackChannel {
  package private(set) var requests: [HTTPRequest] = []
  private let answer: () throws -> HTTPResponse

  package init(_ answer: @escaping () throws -> HTTPResponse) {
    self.answer = answer
  }

  package func response(to request: HTTPRequest) async throws -> HTTPResponse {
    requests.append(request)
    return try answer()
  }
}
