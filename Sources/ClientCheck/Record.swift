import LoopbackHTTP

/// The log of one case, written by the server, the browser, and the process at once.
final class Record: Sendable {
  private struct State {
    var observation = Observation()
    var last: ContinuousClock.Instant
    /// The requests that the server has received and not yet responded to.
    var open = 0
    /// The lines of output that the browser has not dealt with.
    var pending = 0
    var turn = 0
    /// Whether anything has happened in this turn.
    var isActive = false
    /// Whether every process of this turn has ended.
    var isOver = false
    /// The number of times that the output was read.
    var readings = 0
  }

  private let start = ContinuousClock.now
  private let state: Lock<State>

  init() { state = Lock(State(last: .now)) }

  /// Notes the client's credentials and kind, which are known before anything happens.
  func start(_ credentials: RegisteredCredentials?, isDiscovered: Bool) {
    state.withLock { state in
      state.observation.isDiscovered = isDiscovered
      state.observation.credentials = credentials
      if let credentials {
        state.observation.secrets.formUnion([credentials.secret] + credentials.values)
      }
    }
  }

  /// The time since the case started.
  var elapsed: Duration { .now - start }

  /// The time since anything last happened in this turn.
  ///
  /// It is zero before the first event, because programs start slowly, while a request waits for its
  /// response, and while the browser is at work.
  var quiet: Duration {
    state.withLock {
      $0.open > 0 || $0.pending > 0 || !$0.isActive ? .zero : .now - $0.last
    }
  }

  /// The number of the turn, from 0.
  var turn: Int { state.withLock { $0.turn } }

  /// Whether every process of the turn has ended.
  var isOver: Bool { state.withLock { $0.isOver } }

  /// Everything so far.
  var observation: Observation { state.withLock { $0.observation } }

  /// Adds an event, which ends the quiet.
  func note(_ change: (inout Observation) -> Void) {
    state.withLock {
      change(&$0.observation)
      ($0.last, $0.isActive) = (.now, true)
    }
  }

  /// Notes a line of output: the client is still at work.
  func noteLine(_ line: String) {
    // A line with the authorization URL tells the user to open it, and a line of a web server's log
    // repeats the request. Neither is a message.
    let isMessage =
      !["response_type=", " HTTP/1.1\"", " HTTP/1.0\""].contains(where: line.contains)
      && line.contains { !$0.isWhitespace }
    state.withLock { state in
      if isMessage { state.observation.messages[state.turn] = .now - start }
      state.last = .now
    }
  }

  /// Counts a reading of the output.
  func noteReading() { state.withLock { $0.readings += 1 } }

  /// Waits until everything is read that the client has printed so far.
  ///
  /// It then counts as earlier than what follows.
  /// With two processes, it waits for one of them. No case with two asks for a message.
  func waitForReading() async {
    let first = state.withLock { $0.readings }
    // The next reading may have begun before the last line.
    for _ in 0..<50 where !isOver && state.withLock({ $0.readings }) < first + 2 {
      try? await Task.sleep(for: .milliseconds(10))
    }
  }

  /// Ends the quiet without an event: a message is in transit.
  func touch() { state.withLock { $0.last = .now } }

  /// Counts a line of output that the browser will deal with.
  func startLine() { state.withLock { $0.pending += 1 } }

  /// Counts the end of that work.
  func endLine() {
    state.withLock {
      $0.pending -= 1
      $0.last = .now
    }
  }

  /// Counts a request that waits for its response.
  func startRequest() {
    state.withLock {
      $0.open += 1
      ($0.last, $0.isActive) = (.now, true)
    }
  }

  /// Counts the end of that wait.
  func endRequest() {
    state.withLock {
      $0.open -= 1
      $0.last = .now
    }
  }

  /// Begins the next turn.
  func startNextTurn() {
    state.withLock {
      $0.turn += 1
      ($0.last, $0.isActive, $0.isOver) = (.now, false, false)
    }
  }

  /// Adds the processes of a turn that have all ended.
  func endTurn(_ processes: [Observation.Process]) {
    state.withLock { state in
      state.observation.processes += processes.map { process in
        var process = process
        process.turn = state.turn
        return process
      }
      state.observation.ends[state.turn] = .now - start
      state.isOver = true
    }
  }
}
