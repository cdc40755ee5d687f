/// An HTTP/1.1 message as text, as stored in a recording (RFC 9112 §2.1).
///
/// A line may end in LF alone, so that a message can be written in an editor. Lines that start with
/// `#` before the message name its source, as in the REST clients of editors.
public struct HTTPMessageText: Hashable, Sendable {
  /// A reason why a text is not a valid message.
  public enum Fault: Error, Hashable {
    /// The first line is neither a request line nor a status line.
    case startLine(String)
    /// A line among the header fields does not start with a name and a colon.
    case field(String)
    /// More interim responses precede the final one than any server sends.
    case interim(Int)
  }

  /// The lines before the message, without their `#`.
  public let remarks: [String]
  /// The first line: request line or status line.
  public let startLine: String
  /// The header fields in order.
  public let fields: [HTTPField]
  /// The body, byte for byte.
  public let body: [UInt8]

  /// Creates a message by splitting a text into its parts.
  ///
  /// - Parameter bytes: The whole text.
  /// - Throws: `Fault.field` for a field line that does not start with a name and a colon.
  public init(_ bytes: [UInt8]) throws(Fault) { try self.init(bytes[...]) }

  private init(_ bytes: ArraySlice<UInt8>) throws(Fault) {
    var rest = bytes
    var line = Self.takeLine(from: &rest)
    var remarks: [String] = []
    while line.hasPrefix("#") || (line.isEmpty && !rest.isEmpty) {
      if line.hasPrefix("#") { remarks.append(Self.trim(line.dropFirst())) }
      line = Self.takeLine(from: &rest)
    }
    self.remarks = remarks
    startLine = line
    var fields: [HTTPField] = []
    while true {
      line = Self.takeLine(from: &rest)
      if line.isEmpty { break }
      guard let colon = line.firstIndex(of: ":"), Self.isName(line[..<colon]) else {
        throw .field(line)
      }
      let value = Self.trim(line[line.index(after: colon)...])
      fields.append(HTTPField(String(line[..<colon]), value))
    }
    self.fields = fields
    body = Array(rest)
  }

  init(remarks: [String], startLine: String, fields: [HTTPField], body: [UInt8]) {
    self.remarks = remarks
    self.startLine = startLine
    self.fields = fields
    self.body = body
  }

  /// Whether a text can be a field name (RFC 9110 §5.1 and §5.6.2).
  ///
  /// It has no delimiters. Otherwise, a body with no empty line before it would count as a field.
  static func isName(_ text: Substring) -> Bool {
    !text.utf8.contains { " \t\"(),/;<=>?@[\\]{}".utf8.contains($0) }
  }

  private static func takeLine(from bytes: inout ArraySlice<UInt8>) -> String {
    let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    var line = bytes[..<end]
    bytes = bytes[end...].dropFirst()
    if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
    return String(decoding: line, as: UTF8.self)
  }

  private static func trim(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first == " " || first == "\t" { text = text.dropFirst() }
    while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
    return String(text)
  }
}

extension HTTPMessageText {
  /// Parses the text as a request.
  ///
  /// - Parameter scheme: The scheme of the URL, which the message does not contain.
  /// - Returns: The request, with a URL built from the target and the `Host` field.
  /// - Throws: `Fault.startLine` if the text is not a request.
  public func request(scheme: String = "https") throws(Fault) -> HTTPRequest {
    let words = startLine.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[2] == "HTTP/1.1", words[1].hasPrefix("/"),
      let host = fields.value(of: "Host")
    else { throw .startLine(startLine) }
    return HTTPRequest(
      method: String(words[0]), url: "\(scheme)://\(host)\(words[1])", fields: fields, body: body)
  }

  /// The versions that a status line may name; curl also prints the newer ones.
  private static let versions: Set<String> = ["HTTP/1.0", "HTTP/1.1", "HTTP/2", "HTTP/3"]

  /// The most interim responses allowed before the final one; servers send one or two.
  private static let mostInterim = 10

  /// Parses the text as a response.
  ///
  /// It skips interim responses, such as `100 Continue` (RFC 9110 §15.2), and a proxy's response to
  /// CONNECT, which curl prints too (RFC 9110 §9.3.6).
  ///
  /// - Returns: The final response.
  /// - Throws: `Fault.startLine` if the text is not a response, `Fault.interim` if too many interim
  ///   responses precede it.
  public func response() throws(Fault) -> HTTPResponse {
    var message = self
    for _ in 0...Self.mostInterim {
      let status = try message.status()
      guard 100...199 ~= status || message.opensTunnel else {
        return HTTPResponse(status: status, fields: message.fields, body: message.body)
      }
      message = try HTTPMessageText(message.body[...])
    }
    throw .interim(Self.mostInterim)
  }

  /// Whether this is a proxy's response, followed by the server's own.
  private var opensTunnel: Bool {
    startLine.lowercased().hasSuffix(" connection established") && body.starts(with: "HTTP/".utf8)
  }

  private func status() throws(Fault) -> Int {
    let words = startLine.split(separator: " ", maxSplits: 2)
    guard words.count >= 2, Self.versions.contains(String(words[0])), words[1].utf8.count == 3,
      let status = Int(words[1]), 100...599 ~= status
    else { throw .startLine(startLine) }
    return status
  }
}
