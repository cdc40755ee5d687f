/// An authorization URL within a line of output: in parentheses, quotation marks, or Markdown.
enum PrintedURL {
  /// The longest line that is searched, in bytes.
  private static let limit = 16_384

  /// Returns the first URL that asks for authorization, or `nil` if there is none.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - isAlone: Whether the line is nothing but a URL, because a browser was asked to open it.
  /// - Returns: The URL.
  static func authorizationURL(in line: String, isAlone: Bool = false) -> String? {
    if isAlone {
      let isRequest = line.contains("response_type=") || line.contains("client_id=")
      return line.utf8.count <= limit && isRequest ? line : nil
    }
    // A log line in JSON escapes what a URL needs.
    let text = String(decoding: line.utf8.prefix(limit), as: UTF8.self)
      .replacing(#"\u0026"#, with: "&").replacing(#"\/"#, with: "/")
    let bytes = Array(text.utf8)
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex { !isAllowed($0) } ?? bytes.endIndex
      if let url = url(in: bytes[start..<end]), url.contains("response_type="),
        url.contains("client_id=")
      {
        return url
      }
      start = end + 1
    }
    return nil
  }

  /// The URL at the end of a run of allowed characters, such as `(http://host/path).`.
  private static func url(in run: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: run, as: UTF8.self)
    guard let mark = text.firstRange(of: "://") else { return nil }
    let before = text[..<mark.lowerBound].lowercased()
    guard let scheme = ["https", "http"].first(where: before.hasSuffix) else { return nil }
    // The characters of RFC 3986 are ASCII, so that the scheme has as many before.
    var url = text[text.index(mark.lowerBound, offsetBy: -scheme.count)...]
    // Punctuation after the URL belongs to the sentence around it.
    while let last = url.last, ".,;:!?)]'".contains(last) { url = url.dropLast() }
    return String(url)
  }

  /// Whether a byte can be part of a URL (RFC 3986 §2).
  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
    }
  }
}
