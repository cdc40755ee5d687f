import HTTPMessages

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
