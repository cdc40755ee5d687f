import LoopbackHTTP

/// A request to the network program, which can be canceled at any time.
final class NetworkCall: Sendable {
  private enum State {
    case waiting
    case running(NetworkProcess)
    case cancelled
  }

  private let state = Lock(State.waiting)

  /// Whether the request was canceled.
  var isCancelled: Bool { state.withLock { if case .cancelled = $0 { true } else { false } } }

  /// Records the process that sends the request; returns `false` if it was already canceled.
  func begin(on process: NetworkProcess) -> Bool {
    state.withLock { state in
      if case .cancelled = state { return false }
      state = .running(process)
      return true
    }
  }

  /// Records that the process has finished the request.
  func end() {
    state.withLock { if case .running = $0 { $0 = .waiting } }
  }

  /// Cancels the request; if it is in progress, its process is ended.
  func cancel() {
    state.withLock { state in
      if case .running(let process) = state { process.interrupt() }
      state = .cancelled
    }
  }
}
