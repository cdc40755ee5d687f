public import HTTPMessages

/// A request that the server answered itself, before any handler saw it.
public struct RejectedRequest: Sendable, Hashable {
  /// The request as far as it was read; a method or target that is unknown is empty.
  public let request: HTTPRequest
  /// The response, with the cause as its body.
  public let response: HTTPResponse
  /// The cause, as one sentence.
  public let cause: String

  /// The greatest number of bytes that are kept of a request line.
  static let lineLimit = 200
}

extension RequestParser {
  /// The request that a fault ended, as far as it was read.
  var unfinishedRequest: HTTPRequest {
    let (method, target, fields) = unfinishedParts
    return HTTPRequest(
      method: method, url: target.hasPrefix("/") ? "http://" + ownAuthority + target : target,
      fields: fields)
  }

  /// Method, target, and header fields; they are bounded, since a fault can have any length.
  private var unfinishedParts: (method: String, target: String, fields: [HTTPField]) {
    let limit = RejectedRequest.lineLimit
    switch stage {
    case .fields(let line): return (line.method, String(line.target.prefix(limit)), section.fields)
    case .body(let head):
      return (head.line.method, String(head.line.target.prefix(limit)), head.fields)
    case .requestLine:
      let line = unreadableLine.isEmpty ? bytes.beginning(limit) : unreadableLine.prefix(limit)
      let end = line.firstIndex { $0 == .carriageReturn || $0 == .lineFeed } ?? line.endIndex
      let words = line[..<end].split(separator: UInt8(ascii: " "))
      // Without a method and a target the line is no request line, and is shown as it is.
      guard words.count > 1, words[0].isToken else {
        return ("", String(decoding: line[..<end], as: UTF8.self), [])
      }
      return (
        String(decoding: words[0], as: UTF8.self), String(decoding: words[1], as: UTF8.self), []
      )
    }
  }
}
