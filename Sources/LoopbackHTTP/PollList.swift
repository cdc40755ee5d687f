#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The waiters, with the matching list of descriptors for `poll`.
struct PollList {
  private var waiters: [Waiter] = []
  /// The entry of the wake-up call, followed by one entry for each waiter.
  private var entries: [pollfd]
  private var earliest: ContinuousClock.Instant?

  init(wakeUpCall: Int32) {
    entries = [pollfd(fd: wakeUpCall, events: Int16(POLLIN), revents: 0)]
  }

  mutating func add(_ newcomers: [Waiter]) {
    for waiter in newcomers {
      let events = waiter.event == .readable ? POLLIN : POLLOUT
      entries.append(pollfd(fd: waiter.descriptor, events: Int16(events), revents: 0))
      waiters.append(waiter)
      note(waiter.deadline)
    }
  }

  /// Blocks this thread until a descriptor is ready or a deadline has passed.
  ///
  /// - Parameters:
  ///   - end: An additional deadline, or `nil` for none.
  ///   - blocking: Whether to wait; if not, the descriptors are only checked.
  /// - Returns: Whether there was a wake-up call.
  mutating func wait(until end: ContinuousClock.Instant?, blocking: Bool) -> Bool {
    if let end, !waiters.isEmpty { note(end) }
    var timeout: Int32 = blocking ? -1 : 0
    if blocking, let earliest {
      let left = ContinuousClock.now.duration(to: earliest).components
      // One more millisecond, so that the deadline has really passed.
      let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1
      timeout = Int32(clamping: max(0, milliseconds))
    }
    // After a signal, nothing is ready and the caller's loop calls again.
    if poll(&entries, nfds_t(entries.count), timeout) < 0 {
      for index in entries.indices { entries[index].revents = 0 }
    }
    return entries[0].revents != 0
  }

  /// Resumes and removes the waiters that are ready or out of time.
  mutating func release(end: ContinuousClock.Instant?) {
    let now = ContinuousClock.now
    earliest = nil
    for index in waiters.indices.reversed() {
      let waiter = waiters[index]
      let isReady = entries[index + 1].revents != 0
      if let outcome = waiter.outcome(isReady: isReady, now: now, end: end) {
        waiters.swapAt(index, waiters.count - 1)
        entries.swapAt(index + 1, waiters.count)
        waiters.removeLast()
        entries.removeLast()
        waiter.continuation.resume(returning: outcome)
      } else {
        note(waiter.deadline)
      }
    }
  }

  private mutating func note(_ deadline: ContinuousClock.Instant) {
    earliest = min(earliest ?? deadline, deadline)
  }
}
