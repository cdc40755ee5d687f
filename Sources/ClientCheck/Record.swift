import HTTPMessages
import LoopbackHTTP

/// The log of one case, written by the server, the browser, and the process at once.
final class Record: Sendable {
  private struct State {
    var observation = Observation()
    var last: ContinuousClock.Instant
    /// The requests that the server has received and not yet responded to.
    var open = 0
    var process = 0
  }

  private let start = ContinuousClock.now
  private let state: Lock<State>

  init() { state = Lock(State(last: .now)) }

  /// The time since the case started.
  var elapsed: Duration { .now - start }

  /// The time since anything last happened; zero while a request waits for its response.
  var quiet: Duration { state.withLock { $0.open > 0 ? .zero : .now - $0.last } }

  /// The number of the running process, from 0.
  var process: Int { state.withLock { $0.process } }

  /// Everything so far.
  var observation: Observation { state.withLock { $0.observation } }

  /// Adds an event, which ends the quiet.
  func note(_ change: (inout Observation) -> Void) {
    state.withLock {
      change(&$0.observation)
      $0.last = .now
    }
  }

  /// Ends the quiet without an event: a message is in transit.
  func touch() { state.withLock { $0.last = .now } }

  /// Counts a request that waits for its response.
  func startRequest() {
    state.withLock {
      $0.open += 1
      $0.last = .now
    }
  }

  /// Counts the end of that wait.
  func endRequest() {
    state.withLock {
      $0.open -= 1
      $0.last = .now
    }
  }

  /// Counts the next process.
  func startNextProcess() {
    state.withLock {
      $0.process += 1
      $0.last = .now
    }
  }
}
