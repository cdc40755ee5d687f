import HTTPMessages

/// The request line and header fields, checked together.
struct RequestHead {
  let line: RequestLine
  let fields: [HTTPField]
  /// The rule that determines the end of the body.
  let framing: BodyFraming
  /// Whether the connection closes after the response (RFC 9112 §9.3).
  let closesConnection: Bool
  /// Whether the client waits for a 100 before it sends the body (RFC 9110 §10.1.1).
  let expectsContinue: Bool
  private let authority: String

  /// Creates the head of a request after checking it.
  ///
  /// - Parameters:
  ///   - line: The request line.
  ///   - fields: The header fields.
  ///   - limits: The limits of the server.
  ///   - ownAuthority: The host and port for an HTTP/1.0 request without `Host`.
  /// - Throws: `RequestFault` if the line and the fields do not form a valid request.
  init(
    line: RequestLine, fields: [HTTPField], limits: LoopbackLimits, ownAuthority: String
  ) throws(RequestFault) {
    self.line = line
    self.fields = fields
    let values = Dictionary(grouping: fields) { $0.name.lowercased() }.mapValues { $0.map(\.value) }
    authority = try Self.authority(line, hosts: values["host"] ?? [], ownAuthority: ownAuthority)
    framing = try BodyFraming(line: line, values: values, limits: limits)
    let options = (values["connection"] ?? []).flatMap(\.listElements)
    // RFC 9112 §9.3 also allows keep-alive in HTTP/1.0; no client needs that today.
    closesConnection = line.minorVersion == 0 || options.contains("close")
    let expectations = (values["expect"] ?? []).flatMap(\.listElements)
    if let other = expectations.first(where: { $0 != "100-continue" }) {
      throw .unknownExpectation(other)
    }
    // RFC 9110 §10.1.1: an HTTP/1.0 client would not understand the 100.
    expectsContinue = !expectations.isEmpty && line.minorVersion > 0
  }

  /// Returns the request with its body.
  func request(body: [UInt8]) -> HTTPRequest {
    HTTPRequest(method: line.method, url: url, fields: fields, body: body)
  }

  /// The complete URL (RFC 9110 §7.1).
  private var url: String {
    if line.target.hasPrefix("/") { return "http://" + authority + line.target }
    // RFC 9110 §7.1: for an asterisk, the path and the query are empty.
    return line.target == "*" ? "http://" + authority : line.target
  }

  private static func authority(
    _ line: RequestLine, hosts: [String], ownAuthority: String
  ) throws(RequestFault) -> String {
    // RFC 9112 §3.2: a missing, repeated, or invalid `Host` gets a 400.
    if hosts.isEmpty, line.minorVersion == 0 { return ownAuthority }
    guard hosts.count == 1, let host = hosts.first else {
      throw .malformed("A request must have exactly one Host.")
    }
    guard isHost(host) else {
      throw .malformed("Host must be a host with an optional port from 0 to 65535.")
    }
    if line.target.hasPrefix("/") || line.target == "*" { return host }
    // RFC 9112 §3.2.2: the host in an absolute target overrides the field.
    let authority = URLParts(line.target).authority
    guard isHost(authority) else { throw .malformed("The request target has no valid host.") }
    return authority
  }

  /// Whether a text is a host, with or without a port (RFC 9110 §7.2, RFC 3986 §3.2.2).
  private static func isHost(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, first != .colon, bytes.allSatisfy(\.isHostCharacter) else {
      return false
    }
    // The colons of an IPv6 address are within square brackets and belong to the host.
    let bracket = first == UInt8(ascii: "[") ? bytes.firstIndex(of: UInt8(ascii: "]")) : nil
    if first == UInt8(ascii: "["), bracket == nil { return false }
    let rest = bytes[(bracket.map(bytes.index(after:)) ?? bytes.startIndex)...]
    guard let colon = rest.firstIndex(of: .colon) else { return bracket == nil || rest.isEmpty }
    guard bracket == nil || colon == rest.startIndex else { return false }
    return isPort(rest[rest.index(after: colon)...])
  }

  /// Whether digits are empty or a 16-bit port (RFC 3986 §3.2.3).
  private static func isPort(_ digits: Substring.UTF8View) -> Bool {
    var port = 0
    for digit in digits {
      guard digit.isDigit, port <= 0xFFFF else { return false }
      port = port * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return port <= 0xFFFF
  }
}

extension String {
  /// The elements of a comma-separated list, in lowercase (RFC 9110 §5.6.1).
  var listElements: [String] {
    split(separator: ",").map { element in
      let bytes = element.utf8.drop(while: \.isSpaceOrTab)
      let end =
        bytes.lastIndex { !$0.isSpaceOrTab }.map { bytes.index(after: $0) } ?? bytes.startIndex
      return String(decoding: bytes[..<end], as: UTF8.self).lowercased()
    }.filter { !$0.isEmpty }
  }
}
