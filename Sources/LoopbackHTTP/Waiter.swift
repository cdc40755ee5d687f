/// Someone who waits until a socket is ready.
struct Waiter: Sendable {
  /// What is waited for.
  enum Event {
    case readable
    case writable
  }

  /// How the waiting ended.
  enum Outcome {
    case ready
    case timedOut
    /// The server is being stopped.
    case stopped
  }

  let descriptor: Int32
  let event: Event
  let deadline: ContinuousClock.Instant
  /// Whether nothing is lost by ending the wait when the server stops.
  let isIdle: Bool
  let continuation: CheckedContinuation<Outcome, Never>

  /// How the waiting ends at this moment; `nil` if it goes on.
  ///
  /// - Parameters:
  ///   - isReady: Whether the event has come.
  ///   - now: The present.
  ///   - end: When a server that stops gives up even those who are not idle; `nil` while it runs.
  /// - Returns: The outcome.
  func outcome(
    isReady: Bool, now: ContinuousClock.Instant, end: ContinuousClock.Instant?
  ) -> Outcome? {
    if let end, isIdle || now >= end { return .stopped }
    if isReady { return .ready }
    return now >= deadline ? .timedOut : nil
  }
}
