import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The lines of standard input, for whoever asks next.
///
/// It takes one byte at a time, so that what stands behind a line is left for the next one who reads, be it
/// another program. What was taken of a line when a wait was given up begins the next line.
package final class LineInput: @unchecked Sendable {
  /// The most bytes of a line; those beyond are thrown away.
  private static let limit = 1 << 20

  private let descriptor: Int32
  /// Whoever reads does it here, so that one waits for the other.
  private let queue = DispatchQueue(label: "standard input")
  /// What was taken of a line; it is touched on the queue alone.
  private var begun: [UInt8] = []

  private let width: @Sendable (String) -> Int

  /// Reads from a descriptor.
  ///
  /// - Parameters:
  ///   - descriptor: The input, which is not closed at the end.
  ///   - width: How many columns of a terminal a text takes.
  package init(descriptor: Int32, width: @escaping @Sendable (String) -> Int) {
    self.descriptor = descriptor
    self.width = width
  }

  /// The next line without its end; `nil` at the end of input.
  package func line() -> String? {
    queue.sync { collect(until: nil) }
  }

  /// The next key of a terminal, without its end; empty for Return, and `nil` for the end of input.
  package func key() -> String? {
    queue.sync {
      OpenLine.with(descriptor) { _ in
        var bytes: [UInt8] = []
        while true {
          var byte: UInt8 = 0
          let count = read(descriptor, &byte, 1)
          if count < 0, errno == EINTR { continue }
          guard count == 1, byte != 0x04 else { return nil }
          if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return "" }
          bytes.append(byte)
          // A character of UTF-8 has at most four bytes.
          let text = String(decoding: bytes, as: UTF8.self)
          if !text.contains("\u{FFFD}") || bytes.count == 4 { return text }
        }
      }
    }
  }

  /// The next line, without holding up anything else.
  ///
  /// It is `nil` at the end of input, and when the task is cancelled. Nothing is taken from the input before a line, or its beginning, is there.
  package func nextLine() async -> String? {
    guard let call = WakeUpCall() else { return nil }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        queue.async { continuation.resume(returning: self.collect(until: call)) }
      }
    } onCancel: {
      call.ring()
    }
  }

  /// All that is left; `nil` if it is more than a limit in bytes.
  package func rest(limit: Int) -> [UInt8]? {
    queue.sync {
      guard let bytes = FileReading.read(descriptor: descriptor, limit: limit - begun.count) else {
        return nil
      }
      defer { begun = [] }
      return begun + bytes
    }
  }

  private func collect(until call: WakeUpCall?) -> String? {
    OpenLine.with(descriptor) { reopen in
      var byte: UInt8 = 0
      while true {
        if let call, call.wait(for: descriptor, isBack: reopen) == .called { return nil }
        let count = read(descriptor, &byte, 1)
        if count < 0, errno == EINTR || errno == EAGAIN {
          // The program that started this one may have made the input one that does not wait by itself.
          var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
          if errno == EAGAIN { poll(&entry, 1, 200) }
          continue
        }
        guard count == 1 else { return begun.isEmpty ? nil : take() }
        if byte == UInt8(ascii: "\n") { return take() }
        switch edit(with: byte) {
        case .text: if begun.count < Self.limit { begun.append(byte) }
        case .edited(let echo): _ = FileWriting.write(Array(echo.utf8), to: descriptor)
        case .end: return nil
        }
      }
    }
  }

  /// Lets a control character edit the line, where the terminal leaves that to this program.
  private func edit(with byte: UInt8) -> LineKeys.Outcome {
    guard byte < 0x20 || byte == 0x7F, let keys = OpenLine.keys else { return .text }
    return keys.apply(byte, to: &begun, width: width)
  }

  private func take() -> String {
    defer { begun = [] }
    if begun.last == UInt8(ascii: "\r") { begun.removeLast() }
    return String(decoding: begun, as: UTF8.self)
  }
}
