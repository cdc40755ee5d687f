import Foundation
import HTTPMessages

/// A request as it went over the wire, cut at its lines.
struct RawMessage {
  let requestLine: String
  /// The header lines, names in small letters, sorted: neither case nor order means anything, nor do
  /// the blanks around a value.
  let fieldLines: [String]
  let body: [UInt8]

  /// Cuts bytes; `nil` without the end of the header section.
  init?(_ bytes: [UInt8]) {
    let end = Array("\r\n\r\n".utf8)
    let starts = bytes.indices.lazy.filter { bytes[$0] == end[0] }
    guard let cut = starts.first(where: { bytes[$0...].starts(with: end) }) else { return nil }
    let lines = String(decoding: bytes[..<cut], as: UTF8.self).components(separatedBy: "\r\n")
    requestLine = lines[0]
    fieldLines = lines.dropFirst().map(Self.comparable).sorted()
    body = Array(bytes[(cut + 4)...])
  }

  /// What a request should look like on the wire.
  init(_ request: HTTPRequest) {
    requestLine = request.requestLine
    fieldLines = request.fields.map { Self.comparable("\($0.name): \($0.value)") }.sorted()
    body = request.body
  }

  /// Whether the body has come.
  var isComplete: Bool {
    let line = fieldLines.first { $0.hasPrefix("content-length: ") }
    return body.count >= line.flatMap { Int($0.dropFirst(16)) } ?? 0
  }

  private static func comparable(_ line: String) -> String {
    let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let value = parts.dropFirst().map { $0.trimmingCharacters(in: .whitespaces) }.joined()
    return "\(parts[0].lowercased()): \(value)"
  }
}
