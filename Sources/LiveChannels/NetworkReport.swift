package import Channels
package import HTTPMessages

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What came of a request, on its way back from the program for the network, one line of JSON.
package enum NetworkReport: Hashable, Sendable, Codable {
  /// The answer; the body is in Base64.
  case response(NetworkResponse)
  /// There is none.
  case fault(BackChannelFault)

  /// Puts a result on its way.
  package init(_ result: Result<HTTPResponse, BackChannelFault>) {
    switch result {
    case .success(let response): self = .response(NetworkResponse(response))
    case .failure(let fault): self = .fault(fault)
    }
  }

  /// Whether Foundation may still be at work on what was given up, and keep the next exchange waiting.
  var leavesWork: Bool {
    switch self {
    case .fault(.timedOut), .fault(.tooLarge): true
    default: false
    }
  }

  /// The result.
  package var result: Result<HTTPResponse, BackChannelFault> {
    switch self {
    case .response(let response): .success(response.response)
    case .fault(let fault): .failure(fault)
    }
  }
}
