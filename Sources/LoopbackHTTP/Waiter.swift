/// A task that waits until a socket is ready.
struct Waiter: Sendable {
  /// The event that it waits for.
  enum Event {
    case readable
    case writable
  }

  /// The reason why the wait ended.
  enum Outcome {
    case ready
    case timedOut
    /// The server is stopping.
    case stopped
  }

  let descriptor: Int32
  let event: Event
  let deadline: ContinuousClock.Instant
  /// Whether the wait can end without loss as soon as the server stops.
  let isIdle: Bool
  let continuation: CheckedContinuation<Outcome, Never>

  /// Returns the outcome at this moment, or `nil` if the wait continues.
  ///
  /// - Parameters:
  ///   - isReady: Whether the event has occurred.
  ///   - now: The current time.
  ///   - end: The time at which a stopping server ends all waits, or `nil` while it runs.
  /// - Returns: The outcome, or `nil`.
  func outcome(
    isReady: Bool, now: ContinuousClock.Instant, end: ContinuousClock.Instant?
  ) -> Outcome? {
    if let end, isIdle || now >= end { return .stopped }
    if isReady { return .ready }
    return now >= deadline ? .timedOut : nil
  }
}
