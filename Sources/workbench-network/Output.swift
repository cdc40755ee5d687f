import LiveChannels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The standard output, one line per report.
enum Output {
  /// Writes a whole report; returns `false` if the reader is gone.
  static func write(_ report: NetworkReport) -> Bool {
    guard let line = try? NetworkLine.encode(report) else { return false }
    var rest = line[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send($0, to: STDOUT_FILENO) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

/// Calls the system's `write`, a name that means `Output.write` inside `Output`.
private func send(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
