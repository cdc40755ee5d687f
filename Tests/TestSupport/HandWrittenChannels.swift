import Channels
package import HTTPMessages

/// A front channel that returns a fixed redirect and stores the requests.
package final class FixedFrontChannel: FrontChannel {
  package private(set) var requests: [HTTPRequest] = []
  private let makeRedirect: () throws -> Redirect

  package init(_ makeRedirect: @escaping () throws -> Redirect) {
    self.makeRedirect = makeRedirect
  }

  package func redirect(for request: HTTPRequest) async throws -> Redirect {
    requests.append(request)
    return try makeRedirect()
  }
}

/// A back channel that returns a fixed response and stores the requests.
package final class FixedBackChannel: BackChannel {
  package private(set) var requests: [HTTPRequest] = []
  private let makeResponse: () throws -> HTTPResponse

  package init(_ makeResponse: @escaping () throws -> HTTPResponse) {
    self.makeResponse = makeResponse
  }

  package func response(to request: HTTPRequest) async throws -> HTTPResponse {
    requests.append(request)
    return try makeResponse()
  }
}
