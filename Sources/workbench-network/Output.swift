import LiveChannels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The standard output, as a line at a time.
enum Output {
  /// Writes a report whole; `false` if nobody reads it.
  static func write(_ report: NetworkReport) -> Bool {
    guard let line = try? NetworkLine.encode(report) else { return false }
    var rest = line[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { bytes in
        #if canImport(Glibc)
          Glibc.write(STDOUT_FILENO, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
          Musl.write(STDOUT_FILENO, bytes.baseAddress, bytes.count)
        #else
          Darwin.write(STDOUT_FILENO, bytes.baseAddress, bytes.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
