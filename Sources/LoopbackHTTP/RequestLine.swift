import HTTPMessages

/// The first line of a request (RFC 9112 §3).
struct RequestLine {
  let method: String
  let target: String
  /// The digit after `HTTP/1.`.
  let minorVersion: Int

  /// Creates a request line by parsing it.
  ///
  /// - Parameter line: The line without its end.
  /// - Throws: `RequestFault` if the line is invalid or its method or version is unsupported.
  init(_ line: ArraySlice<UInt8>) throws(RequestFault) {
    let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    // RFC 9112 §3: single spaces; lenient parsing would enable request smuggling.
    guard words.count == 3 else {
      throw .malformed("The request line must be METHOD TARGET VERSION, with single spaces.")
    }
    guard words[0].isToken else { throw .malformed("The method is not a token.") }
    minorVersion = try Self.minorVersion(words[2])
    method = String(decoding: words[0], as: UTF8.self)
    // RFC 9110 §9.1: 501 for a method that the server supports for no resource. CONNECT has no use
    // here, and TRACE would show a page the cookies that it must not see.
    guard Self.methods.contains(method) else { throw .unknownMethod(method) }
    target = String(decoding: words[1], as: UTF8.self)
    try Self.check(words[1], method: method)
  }

  private static let methods: Set = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"]

  /// Returns the minor version of an HTTP/1 version, whose name is uppercase (RFC 9112 §2.3).
  private static func minorVersion(_ word: ArraySlice<UInt8>) throws(RequestFault) -> Int {
    let word = Array(word)
    guard word.count == 8, word.starts(with: "HTTP/".utf8), word[5].isDigit, word[7].isDigit,
      word[6] == UInt8(ascii: ".")
    else { throw .malformed("The version is not HTTP/1.1.") }
    guard word[5] == UInt8(ascii: "1") else {
      throw .unknownVersion(String(decoding: word, as: UTF8.self))
    }
    return Int(word[7] - UInt8(ascii: "0"))
  }

  private static func check(_ target: ArraySlice<UInt8>, method: String) throws(RequestFault) {
    // RFC 3986 §3.5: a browser does not send a fragment. Octets beyond ASCII must be encoded.
    guard target.allSatisfy({ $0.isVisible && $0 != UInt8(ascii: "#") }) else {
      throw .malformed("The request target contains characters that must be percent-encoded.")
    }
    if target.first == UInt8(ascii: "/") { return }
    // RFC 9112 §3.2.4: an asterisk means the server as a whole.
    if target.elementsEqual("*".utf8), method == "OPTIONS" { return }
    // RFC 9112 §3.2.2: a server must accept the absolute form, which clients send to proxies.
    guard String(decoding: target.prefix(7), as: UTF8.self).lowercased() == "http://" else {
      throw .malformed("The request target is neither a path nor an http URL.")
    }
  }
}
