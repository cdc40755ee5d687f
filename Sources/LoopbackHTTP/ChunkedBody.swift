import HTTPMessages

/// A chunked body, as far as it has arrived (RFC 9112 §7.1).
struct ChunkedBody {
  private enum Stage {
    case size
    case data(Int)
    case dataEnd
    case trailers
  }

  private(set) var content: [UInt8] = []
  private var stage = Stage.size
  private var trailers: FieldSection
  private var extensionBytesLeft: Int
  private let limit: Int

  init(limits: LoopbackLimits) {
    trailers = FieldSection(limits: limits)
    extensionBytesLeft = limits.headerSection
    limit = limits.body
  }

  /// Reads chunks to the end of the body.
  ///
  /// - Parameter bytes: The bytes received, from which the chunks are removed.
  /// - Returns: Whether the body is complete.
  /// - Throws: `RequestFault` if a chunk or a trailer field is invalid.
  mutating func read(from bytes: inout ByteQueue) throws(RequestFault) -> Bool {
    while true {
      switch stage {
      case .size:
        guard let size = try takeSize(from: &bytes) else { return false }
        stage = size == 0 ? .trailers : .data(size)
      case .data(let left):
        let part = bytes.take(atMost: left)
        content += part
        guard part.count == left else {
          stage = .data(left - part.count)
          return false
        }
        stage = .dataEnd
      case .dataEnd:
        guard let end = bytes.take(2) else { return false }
        guard end.elementsEqual([.carriageReturn, .lineFeed]) else {
          throw .malformed("A chunk is longer than its declared size.")
        }
        stage = .size
      case .trailers:
        // RFC 9112 §7.1.2: trailer fields may be discarded; nothing here needs them.
        return try trailers.read(from: &bytes)
      }
    }
  }

  private mutating func takeSize(from bytes: inout ByteQueue) throws(RequestFault) -> Int? {
    let fault = RequestFault.malformed("The extensions of the chunks are too large.")
    // 18 bytes: 16 digits and the line end.
    guard let line = try bytes.takeLine(limit: extensionBytesLeft + 18, otherwise: fault) else {
      return nil
    }
    let digits = line.prefix { $0.hexadecimalValue != nil }
    // RFC 9112 §7.1.1: extensions are ignored, but their total length is limited.
    extensionBytesLeft -= line.count - digits.count
    let rest = line[digits.endIndex...].drop(while: \.isSpaceOrTab)
    guard 1...16 ~= digits.count, rest.isEmpty || rest.first == UInt8(ascii: ";"),
      rest.allSatisfy(\.isFieldContent)
    else { throw .malformed("The size of a chunk is not a hexadecimal number.") }
    guard extensionBytesLeft >= 0 else { throw fault }
    var size = 0
    for digit in digits {
      size = size << 4 | (digit.hexadecimalValue ?? 0)
      guard size <= limit - content.count else { throw .bodyTooLarge(limit: limit) }
    }
    return size
  }
}
