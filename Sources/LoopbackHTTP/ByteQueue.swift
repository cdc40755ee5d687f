import HTTPMessages

/// The bytes that came and were not yet used.
struct ByteQueue {
  private var bytes: [UInt8] = []
  private var start = 0
  /// Before this index there is no line end, so that a line that comes byte by byte is not searched
  /// again and again.
  private var searched = 0

  var count: Int { bytes.count - start }
  var isEmpty: Bool { count == 0 }
  var first: UInt8? { isEmpty ? nil : bytes[start] }

  /// The first bytes, which stay.
  func beginning(_ count: Int) -> ArraySlice<UInt8> { bytes[start...].prefix(count) }

  mutating func append(_ more: some Collection<UInt8>) {
    if isEmpty {
      // Room that one large body needed is given back.
      bytes.removeAll(keepingCapacity: bytes.capacity <= 64 << 10)
      start = 0
      searched = 0
    } else if start > 64 << 10 {
      bytes.removeFirst(start)
      searched -= start
      start = 0
    }
    bytes.append(contentsOf: more)
  }

  /// Takes exactly so many bytes; `nil` if they have not all come.
  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard self.count >= count else { return nil }
    defer { advance(by: count) }
    return bytes[start..<start + count]
  }

  /// Takes what has come, but not more than so many bytes.
  mutating func take(atMost count: Int) -> ArraySlice<UInt8> {
    let count = min(count, self.count)
    defer { advance(by: count) }
    return bytes[start..<start + count]
  }

  /// Takes a line.
  ///
  /// - Parameters:
  ///   - limit: The greatest length, line end included.
  ///   - fault: What to say of a longer line.
  /// - Returns: The line without its end; `nil` if the end has not come.
  /// - Throws: The fault of a line that is too long or does not end in CR LF.
  mutating func takeLine(
    limit: Int, otherwise fault: RequestFault
  ) throws(RequestFault) -> ArraySlice<UInt8>? {
    guard let end = bytes[searched...].firstIndex(of: .lineFeed) else {
      searched = bytes.count
      guard count < limit else { throw fault }
      return nil
    }
    guard end + 1 - start <= limit else { throw fault }
    let line = bytes[start..<end]
    // RFC 9112 §2.2 allows LF alone, but then two servers can see different lines: refused.
    guard line.last == .carriageReturn else { throw .malformed("A line does not end in CR LF.") }
    advance(by: line.count + 1)
    return line.dropLast()
  }

  private mutating func advance(by count: Int) {
    start += count
    searched = max(searched, start)
  }
}
