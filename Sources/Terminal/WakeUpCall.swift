#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A signal from another thread that ends a wait for input.
final class WakeUpCall: Sendable {
  /// The reason why the wait ended.
  enum Outcome {
    /// Input is available, or has ended.
    case ready
    /// `ring()` was called, or the descriptor cannot be waited for.
    case called
  }

  private let receiver: Int32
  private let caller: Int32

  /// Creates a call that has not been made yet, or `nil` if no descriptor is left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    (receiver, caller) = (ends[0], ends[1])
    // A program started meanwhile must not inherit them.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    close(receiver)
    close(caller)
  }

  /// Ends the wait; can be called before it starts, and more than once.
  func ring() {
    var byte: UInt8 = 1
    _ = write(caller, &byte, 1)
  }

  /// Blocks until input is available or `ring()` is called.
  ///
  /// - Parameters:
  ///   - descriptor: The input.
  ///   - isBack: Called when the program has returned to the foreground.
  /// - Returns: The reason why the wait ended.
  func wait(for descriptor: Int32, isBack: () -> Void = {}) -> Outcome {
    var wasOurs = true
    while true {
      let isOurs = OpenLine.isForeground(descriptor)
      if isOurs, !wasOurs { isBack() }
      wasOurs = isOurs
      var entries = [pollfd(fd: receiver, events: Int16(POLLIN), revents: 0)]
      if isOurs { entries.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
      // In the background, it checks periodically whether the program is in the foreground again.
      let count = poll(&entries, nfds_t(entries.count), isOurs ? -1 : 200)
      // After a signal or a timeout, the loop continues.
      guard count > 0 else { continue }
      if entries[0].revents != 0 { return .called }
      if Int32(entries[1].revents) & Int32(POLLNVAL) != 0 { return .called }
      // The system suspends a background program that reads from the terminal, and this program may
      // have been sent to the background meanwhile.
      if OpenLine.isForeground(descriptor) { return .ready }
    }
  }
}
