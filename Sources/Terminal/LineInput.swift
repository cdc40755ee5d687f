import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A reader of lines from standard input.
///
/// It reads one byte at a time, so that the input after a line is left for the next reader, even
/// another program. If a wait is canceled within a line, the next line includes the part read.
package final class LineInput: @unchecked Sendable {
  /// The most bytes of a line; further ones are discarded.
  private static let limit = 1 << 20

  private let descriptor: Int32
  /// The queue on which all reads run, one after another.
  private let queue = DispatchQueue(label: "standard input")
  /// The incomplete line; accessed only on the queue.
  private var begun: [UInt8] = []

  private let width: @Sendable (String) -> Int

  /// Creates a reader of a descriptor.
  ///
  /// - Parameters:
  ///   - descriptor: The input, which the reader does not close.
  ///   - width: Returns the number of terminal columns that a text occupies.
  package init(descriptor: Int32, width: @escaping @Sendable (String) -> Int) {
    self.descriptor = descriptor
    self.width = width
  }

  /// Returns the next line without its end, or `nil` at the end of input.
  package func line() -> String? {
    queue.sync { collect(until: nil) }
  }

  /// Returns the next key typed: empty for Return, `nil` at the end of input.
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
          // A UTF-8 character has at most four bytes.
          let text = String(decoding: bytes, as: UTF8.self)
          if !text.contains("\u{FFFD}") || bytes.count == 4 { return text }
        }
      }
    }
  }

  /// Returns the next line without blocking other tasks.
  ///
  /// The result is `nil` at the end of input and when the task is canceled.
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

  /// Returns the remaining input, or `nil` if it has more bytes than the limit.
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
          // The program that started this one may have made the input non-blocking.
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

  /// Lets a control character edit the line, if the terminal leaves editing to this program.
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
