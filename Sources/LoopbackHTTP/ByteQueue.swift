import HTTPMessages

/// Bytes that were received and not yet used.
struct ByteQueue {
  private var bytes: [UInt8] = []
  private var start = 0
  /// The index before which there is no line end.
  ///
  /// A line that arrives byte by byte is thus not searched from its start each time.
  private var searched = 0

  var count: Int { bytes.count - start }
  var isEmpty: Bool { count == 0 }
  var first: UInt8? { isEmpty ? nil : bytes[start] }

  /// Returns at most `count` bytes without removing them.
  func beginning(_ count: Int) -> ArraySlice<UInt8> { bytes[start...].prefix(count) }

  mutating func append(_ more: some Collection<UInt8>) {
    if isEmpty {
      // Frees the memory of a large body.
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

  /// Removes and returns `count` bytes, or returns `nil` if fewer have arrived.
  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard self.count >= count else { return nil }
    defer { advance(by: count) }
    return bytes[start..<start + count]
  }

  /// Removes and returns the bytes that have arrived, at most `count`.
  mutating func take(atMost count: Int) -> ArraySlice<UInt8> {
    let count = min(count, self.count)
    defer { advance(by: count) }
    return bytes[start..<start + count]
  }

  /// Removes and returns a line.
  ///
  /// - Parameters:
  ///   - limit: The greatest length, including the line end.
  ///   - fault: The fault to throw for a longer line.
  /// - Returns: The line without its end, or `nil` if the end has not arrived.
  /// - Throws: `RequestFault` if the line is too long or does not end in CR LF.
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
    // RFC 9112 §2.2 allows LF alone, but then two servers could see different lines.
    guard line.last == .carriageReturn else { throw .malformed("A line does not end in CR LF.") }
    advance(by: line.count + 1)
    return line.dropLast()
  }

  private mutating func advance(by count: Int) {
    start += count
    searched = max(searched, start)
  }
}
