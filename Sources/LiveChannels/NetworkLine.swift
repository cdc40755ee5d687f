package import Channels
package import HTTPMessages

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The lines between the workbench and the program for the network: JSON without a line end in it.
package enum NetworkLine {
  /// The bytes of the longest order that is read.
  package static let longestOrder = 4 << 20

  /// The bytes of the longest report on a body of at most so many bytes.
  ///
  /// Base64 makes four bytes of three (RFC 4648 §4); the rest is for header fields.
  static func longestReport(bodyBytes: Int) -> Int { bodyBytes / 3 * 4 + 4 << 20 }

  /// Writes a message as a line.
  ///
  /// - Throws: What `JSONEncoder` throws; the types here give it no reason.
  package static func encode(_ message: some Encodable) throws -> [UInt8] {
    Array(try JSONEncoder().encode(message)) + [UInt8(ascii: "\n")]
  }

  /// Reads a line.
  ///
  /// - Throws: What `JSONDecoder` throws for a line that holds something else.
  package static func decode<Message: Decodable>(
    _ type: Message.Type, from line: [UInt8]
  ) throws -> Message {
    try JSONDecoder().decode(type, from: Data(line))
  }
}

/// A request on its way to the program for the network, one line of JSON.
package struct NetworkOrder: Hashable, Sendable, Codable {
  private let method: String
  private let url: String
  private let fields: [NetworkField]
  private let body: Data
  /// How long the answer may take, and how large it may be.
  package let limits: BackChannelLimits

  /// Puts a request on its way.
  package init(_ request: HTTPRequest, limits: BackChannelLimits) {
    method = request.method
    url = request.url
    fields = request.fields.map(NetworkField.init)
    body = Data(request.body)
    self.limits = limits
  }

  /// The request.
  package var request: HTTPRequest {
    HTTPRequest(method: method, url: url, fields: fields.map(\.field), body: Array(body))
  }
}

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

/// A response in a line of JSON.
package struct NetworkResponse: Hashable, Sendable, Codable {
  private let status: Int
  private let fields: [NetworkField]
  private let body: Data

  init(_ response: HTTPResponse) {
    status = response.status
    fields = response.fields.map(NetworkField.init)
    body = Data(response.body)
  }

  var response: HTTPResponse {
    HTTPResponse(status: status, fields: fields.map(\.field), body: Array(body))
  }
}

/// A header field in a line of JSON.
struct NetworkField: Hashable, Sendable, Codable {
  private let name: String
  private let value: String

  init(_ field: HTTPField) {
    name = field.name
    value = field.value
  }

  var field: HTTPField { HTTPField(name, value) }
}
