import LoopbackHTTP

/// One exchange with the program for the network, which somebody may give up at any moment.
final class NetworkCall: Sendable {
  private enum State {
    case waiting
    case running(NetworkProcess)
    case cancelled
  }

  private let state = Lock(State.waiting)

  /// Whether it was given up.
  var isCancelled: Bool { state.withLock { if case .cancelled = $0 { true } else { false } } }

  /// Notes the process that works on it; `false` if it was given up before.
  func begin(on process: NetworkProcess) -> Bool {
    state.withLock { state in
      if case .cancelled = state { return false }
      state = .running(process)
      return true
    }
  }

  /// Notes that nothing works on it any more.
  func end() {
    state.withLock { if case .running = $0 { $0 = .waiting } }
  }

  /// Gives it up: a request that is under way is ended with its process.
  func cancel() {
    state.withLock { state in
      if case .running(let process) = state { process.interrupt() }
      state = .cancelled
    }
  }
}
