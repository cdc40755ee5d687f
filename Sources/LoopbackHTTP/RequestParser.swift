import HTTPMessages

/// A parser that turns bytes into requests, independent of any socket (RFC 9112).
///
/// The result does not depend on how the bytes are divided. After a fault, the parser cannot
/// continue, because the start of the next request is unknown.
struct RequestParser {
  enum Stage {
    case requestLine
    case fields(RequestLine)
    case body(RequestHead)
  }

  private let limits: LoopbackLimits
  let ownAuthority: String
  private(set) var bytes = ByteQueue()
  private(set) var stage = Stage.requestLine
  private var hasSkippedEmptyLine = false
  private(set) var section: FieldSection
  private var chunks: ChunkedBody
  private var hasContinued = false
  /// The request line that could not be parsed, or empty if there is none.
  private(set) var unreadableLine: ArraySlice<UInt8> = []
  /// The method of the current request, or `nil` until its request line has been read.
  private(set) var method: String?
  /// Whether the last request asked to close the connection after the response.
  private(set) var closesConnection = false

  init(limits: LoopbackLimits, ownAuthority: String) {
    self.limits = limits
    self.ownAuthority = ownAuthority
    section = FieldSection(limits: limits)
    chunks = ChunkedBody(limits: limits)
  }

  /// Whether no byte of a further request has arrived.
  var isIdle: Bool {
    if case .requestLine = stage { bytes.isEmpty } else { false }
  }

  /// Appends bytes that were received.
  mutating func feed(_ more: some Collection<UInt8>) {
    bytes.append(more)
  }

  /// Whether the client waits for a 100 before it sends the body; true only once per request.
  mutating func takeContinueExpectation() -> Bool {
    guard case .body(let head) = stage, head.expectsContinue, !hasContinued else { return false }
    hasContinued = true
    // RFC 9110 §10.1.1: not needed if part of the body has already arrived.
    return bytes.isEmpty
  }

  /// Removes and returns the next request.
  ///
  /// - Returns: The request, or `nil` if it is not complete yet.
  /// - Throws: `RequestFault` if the request is invalid.
  mutating func next() throws(RequestFault) -> HTTPRequest? {
    while true {
      switch stage {
      case .requestLine:
        method = nil
        guard let line = try takeRequestLine() else { return nil }
        method = line.method
        stage = .fields(line)
      case .fields(let line):
        guard try section.read(from: &bytes) else { return nil }
        let head = try RequestHead(
          line: line, fields: section.fields, limits: limits, ownAuthority: ownAuthority)
        stage = .body(head)
      case .body(let head):
        guard let body = try takeBody(head.framing) else { return nil }
        closesConnection = head.closesConnection
        startOver()
        return head.request(body: body)
      }
    }
  }

  private mutating func takeRequestLine() throws(RequestFault) -> RequestLine? {
    while true {
      // Fails at once if the client uses another protocol, such as TLS.
      if let first = bytes.first, !first.isTokenCharacter, first != .carriageReturn {
        // 22 is the type of a TLS handshake record, the first byte from an https client.
        throw first == 22
          ? .malformed("This is a TLS handshake, but the server uses http, not https.")
          : .malformed("The request does not start with a method.")
      }
      let line = try bytes.takeLine(
        limit: limits.requestLine, otherwise: .targetTooLong(limit: limits.requestLine))
      guard let line else { return nil }
      // RFC 9112 §2.2: one empty line before a request is ignored.
      guard line.isEmpty, !hasSkippedEmptyLine else {
        do throws(RequestFault) {
          return try RequestLine(line)
        } catch {
          unreadableLine = line
          throw error
        }
      }
      hasSkippedEmptyLine = true
    }
  }

  private mutating func takeBody(_ framing: BodyFraming) throws(RequestFault) -> [UInt8]? {
    switch framing {
    case .length(let length): bytes.take(length).map(Array.init)
    case .chunked: try chunks.read(from: &bytes) ? chunks.content : nil
    }
  }

  private mutating func startOver() {
    stage = .requestLine
    hasSkippedEmptyLine = false
    hasContinued = false
    section = FieldSection(limits: limits)
    chunks = ChunkedBody(limits: limits)
  }
}
