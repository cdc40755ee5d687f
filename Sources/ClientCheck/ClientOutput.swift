import HTTPMessages

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The output of a process: read as it is written, kept up to a limit.
final class ClientOutput {
  private let descriptor: Int32
  private let limit: Int
  private var bytes: [UInt8] = []
  /// The end of the last whole line that was returned.
  private var lineEnd = 0
  /// Whether more was written than is kept.
  private(set) var isCut = false
  private var isEnded = false
  private var lastRead = ContinuousClock.now
  /// The time after which a line without an end counts as a line: a prompt has none.
  private static let patience = Duration.milliseconds(200)

  /// Takes over the reading end of a pipe.
  init(descriptor: Int32, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL, 0) | O_NONBLOCK)
  }

  deinit { close(descriptor) }

  /// The output that was kept.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Waits for output and returns the lines that are new and whole.
  func readLines(waiting milliseconds: Int32) -> [String] {
    if isEnded { usleep(UInt32(milliseconds) * 1000) } else { read(waiting: milliseconds) }
    if ContinuousClock.now - lastRead > Self.patience { return restOfLines() }
    guard let end = bytes[lineEnd...].lastIndex(of: .lineFeed) else { return [] }
    return lines(to: end + 1)
  }

  /// Returns the lines that are new, also one without an end.
  func restOfLines() -> [String] { lines(to: bytes.endIndex) }

  private func lines(to end: Int) -> [String] {
    defer { lineEnd = end }
    return bytes[lineEnd..<end].split(separator: .lineFeed)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads what is left.
  ///
  /// - Returns: Whether the pipe ended; otherwise another process still has it open.
  func drain(within time: Duration) -> Bool {
    let end = ContinuousClock.now + time
    while !isEnded, end > .now { read(waiting: 20) }
    return isEnded
  }

  private func read(waiting milliseconds: Int32) {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, milliseconds) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = take(&buffer)
    if count == 0 { isEnded = true }
    guard count > 0 else { return }
    lastRead = .now
    let room = max(0, limit - bytes.count)
    if count > room { isCut = true }
    bytes += buffer[..<min(count, room)]
  }

  private func take(_ buffer: inout [UInt8]) -> Int {
    buffer.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
  }
}

/// The system's `read`, whose name the class has for its own method.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int)
  -> Int
{
  read(descriptor, buffer, count)
}
