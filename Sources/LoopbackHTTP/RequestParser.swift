import HTTPMessages

/// Bytes in, requests out: RFC 9112 as a value, without any socket.
///
/// However the bytes are cut, the outcome is the same. After a fault the parser is of no more use,
/// since nobody can know where the next request would begin.
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
  /// The request line that could not be read; empty while there is none.
  private(set) var unreadableLine: ArraySlice<UInt8> = []
  /// The method of the request that was begun last; `nil` while its request line is not read.
  private(set) var method: String?
  /// Whether the last request asked for the connection to end with its answer.
  private(set) var closesConnection = false

  init(limits: LoopbackLimits, ownAuthority: String) {
    self.limits = limits
    self.ownAuthority = ownAuthority
    section = FieldSection(limits: limits)
    chunks = ChunkedBody(limits: limits)
  }

  /// Whether no part of a further request has come.
  var isIdle: Bool {
    if case .requestLine = stage { bytes.isEmpty } else { false }
  }

  mutating func feed(_ more: some Collection<UInt8>) {
    bytes.append(more)
  }

  /// Whether the client waits for a 100 before it sends the body; it is told once.
  mutating func takeContinueExpectation() -> Bool {
    guard case .body(let head) = stage, head.expectsContinue, !hasContinued else { return false }
    hasContinued = true
    // RFC 9110 §10.1.1: not needed where the body is already under way.
    return bytes.isEmpty
  }

  /// The next request.
  ///
  /// - Returns: The request; `nil` if it has not come whole.
  /// - Throws: The fault that it has.
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
      // Said at once to a client that speaks another protocol, such as TLS.
      if let first = bytes.first, !first.isTokenCharacter, first != .carriageReturn {
        // 22 is the type of a TLS handshake record, with which a client of https begins.
        throw first == 22
          ? .malformed("The request begins as TLS does: this server speaks http, not https.")
          : .malformed("The request does not begin with a method.")
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
