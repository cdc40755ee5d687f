public import HTTPMessages

/// A request that the server rejected before it reached the handler.
public struct RejectedRequest: Sendable, Hashable {
  /// The request as far as it was read; an unknown method or target is empty.
  public let request: HTTPRequest
  /// The response sent, with the cause as its body.
  public let response: HTTPResponse
  /// The cause of the rejection, in one sentence.
  public let cause: String

  /// The most bytes kept of a request line.
  static let lineLimit = 200
}

extension RequestParser {
  /// The rejected request, as far as it was read.
  var unfinishedRequest: HTTPRequest {
    let (method, target, fields) = unfinishedParts
    return HTTPRequest(
      method: method, url: target.hasPrefix("/") ? "http://" + ownAuthority + target : target,
      fields: fields)
  }

  /// The method, target, and header fields, shortened because they can have any length.
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
      // Without a method and a target, this is not a request line, and is reported unchanged.
      guard words.count > 1, words[0].isToken else {
        return ("", String(decoding: line[..<end], as: UTF8.self), [])
      }
      return (
        String(decoding: words[0], as: UTF8.self), String(decoding: words[1], as: UTF8.self), []
      )
    }
  }
}
