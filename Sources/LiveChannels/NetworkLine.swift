package import Channels
package import HTTPMessages

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The lines exchanged with the network program: one JSON message each.
package enum NetworkLine {
  /// The most bytes in an order.
  package static let longestOrder = 4 << 20

  /// Returns the most bytes in a report on a body of at most `bodyBytes` bytes.
  ///
  /// Base64 turns three bytes into four (RFC 4648 §4); the rest is for header fields.
  static func longestReport(bodyBytes: Int) -> Int { bodyBytes / 3 * 4 + 4 << 20 }

  /// Encodes a message as a line.
  ///
  /// - Throws: An error of `JSONEncoder`, which the types used here do not cause.
  package static func encode(_ message: some Encodable) throws -> [UInt8] {
    Array(try JSONEncoder().encode(message)) + [UInt8(ascii: "\n")]
  }

  /// Decodes a line.
  ///
  /// - Throws: An error of `JSONDecoder` if the line contains something else.
  package static func decode<Message: Decodable>(
    _ type: Message.Type, from line: [UInt8]
  ) throws -> Message {
    try JSONDecoder().decode(type, from: Data(line))
  }
}

/// A request for the network program, as one line of JSON.
package struct NetworkOrder: Hashable, Sendable, Codable {
  private let method: String
  private let url: String
  private let fields: [NetworkField]
  private let body: Data
  /// The limits on the time and size of the response.
  package let limits: BackChannelLimits

  /// Creates an order to send a request.
  package init(_ request: HTTPRequest, limits: BackChannelLimits) {
    method = request.method
    url = request.url
    fields = request.fields.map(NetworkField.init)
    body = Data(request.body)
    self.limits = limits
  }

  /// The request to send.
  package var request: HTTPRequest {
    HTTPRequest(method: method, url: url, fields: fields.map(\.field), body: Array(body))
  }
}

/// The result of a request from the network program, as one line of JSON.
package enum NetworkReport: Hashable, Sendable, Codable {
  /// The response, with its body in Base64.
  case response(NetworkResponse)
  /// The reason why there is no response.
  case fault(BackChannelFault)

  /// Creates a report on a result.
  package init(_ result: Result<HTTPResponse, BackChannelFault>) {
    switch result {
    case .success(let response): self = .response(NetworkResponse(response))
    case .failure(let fault): self = .fault(fault)
    }
  }

  /// Whether Foundation may still be receiving the response, and so delay the next request.
  var leavesWork: Bool {
    switch self {
    case .fault(.timedOut), .fault(.tooLarge): true
    default: false
    }
  }

  /// The result that the report contains.
  package var result: Result<HTTPResponse, BackChannelFault> {
    switch self {
    case .response(let response): .success(response.response)
    case .fault(let fault): .failure(fault)
    }
  }
}

/// A response as part of a line of JSON.
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

/// A header field as part of a line of JSON.
struct NetworkField: Hashable, Sendable, Codable {
  private let name: String
  private let value: String

  init(_ field: HTTPField) {
    name = field.name
    value = field.value
  }

  var field: HTTPField { HTTPField(name, value) }
}
