#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A reader of lines with limited length from standard input.
struct LineReader {
  /// The error for a line that is longer than the limit.
  struct TooLong: Error {}

  let limit: Int
  private var bytes: [UInt8] = []

  init(limit: Int) { self.limit = limit }

  /// Returns the next line without its line feed, or `nil` at the end of the input.
  ///
  /// - Throws: `TooLong`.
  mutating func next() throws(TooLong) -> [UInt8]? {
    var searched = 0
    while true {
      if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { bytes.removeFirst(end + 1) }
        return Array(bytes[..<end])
      }
      searched = bytes.count
      guard bytes.count < limit else { throw TooLong() }
      guard receive() else { return nil }
    }
  }

  /// Waits for more bytes; returns `false` at the end of the input.
  private mutating func receive() -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { buffer in
      while true {
        let count = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        bytes += buffer[..<count]
        return true
      }
    }
  }
}
