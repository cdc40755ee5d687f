#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lines of a limited length from the standard input.
struct LineReader {
  /// A line that is longer than any order.
  struct TooLong: Error {}

  let limit: Int
  private var bytes: [UInt8] = []

  init(limit: Int) { self.limit = limit }

  /// The next line without its end; `nil` at the end of the input.
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

  /// Waits for more; `false` at the end of the input.
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
