#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ends a thread's wait for input from outside.
final class WakeUpCall: Sendable {
  /// Why the wait ended.
  enum Outcome {
    /// Something can be read, or the input is at its end.
    case ready
    /// Somebody called, or the descriptor is none that can be waited for.
    case called
  }

  private let hearer: Int32
  private let caller: Int32

  /// Makes a call that nobody has made yet; `nil` if no descriptor is left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    (hearer, caller) = (ends[0], ends[1])
    // A program started meanwhile must not inherit them.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    close(hearer)
    close(caller)
  }

  /// Ends the wait; it can be called before it, and more than once.
  func ring() {
    var byte: UInt8 = 1
    _ = write(caller, &byte, 1)
  }

  /// Blocks until something can be read or somebody calls.
  ///
  /// - Parameters:
  ///   - descriptor: The input.
  ///   - isBack: Called when a program in the background has got its terminal.
  /// - Returns: Why the wait ended.
  func wait(for descriptor: Int32, isBack: () -> Void = {}) -> Outcome {
    var wasOurs = true
    while true {
      let isOurs = OpenLine.isForeground(descriptor)
      if isOurs, !wasOurs { isBack() }
      wasOurs = isOurs
      var entries = [pollfd(fd: hearer, events: Int16(POLLIN), revents: 0)]
      if isOurs { entries.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
      // In the background it looks from time to time whether the terminal has become its own.
      let count = poll(&entries, nfds_t(entries.count), isOurs ? -1 : 200)
      // After a signal, the loop comes back.
      guard count > 0 else { continue }
      if entries[0].revents != 0 { return .called }
      if Int32(entries[1].revents) & Int32(POLLNVAL) != 0 { return .called }
      // The program may have been sent to the background meanwhile.
      // The system stops one that reads from a terminal in the background.
      if OpenLine.isForeground(descriptor) { return .ready }
    }
  }
}
