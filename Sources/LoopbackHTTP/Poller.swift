/// One thread that watches all sockets with a waiting task, and then runs those tasks.
///
/// Resuming a task on another thread costs two thread switches per request, more than the request
/// itself. So a server's connections prefer this thread, and the handler's actor also runs on it.
///
/// A connection is a task that suspends here when it has nothing to do: thousands of slow clients
/// need only one thread. `poll` exists on every system. `epoll` and `kqueue` would be faster only
/// far beyond the number of connections that this server allows.
final class Poller: Sendable {
  private struct State {
    var newcomers: [Waiter] = []
    /// The next jobs of the tasks that prefer this thread.
    var jobs: [UnownedJob] = []
    /// Whether the thread will check for newcomers and jobs without a wake-up call.
    var isAwake = true
    /// The time at which all waiters are stopped, or `nil` while the server runs.
    var end: ContinuousClock.Instant?
    var isFinished = false
  }

  private let state = Lock(State())
  private let caller: Socket
  private let called: Socket

  /// Creates a poller and starts its thread.
  ///
  /// - Throws: `LoopbackFault.system` if the system has no descriptor or thread left.
  init() throws(LoopbackFault) {
    let pair = Socket.pair()
    guard pair.succeeded else { throw .system("no file descriptor is left") }
    caller = Socket(owning: pair.descriptors.0)
    called = Socket(owning: pair.descriptors.1)
    // The thread keeps this object alive until `finish()`.
    guard Thread.start({ [self] in watch() }) else { throw .system("no thread is left") }
  }

  /// Whether `stop(within:)` was called.
  var isStopping: Bool { state.withLock { $0.end != nil } }

  /// Suspends until a socket is ready or the deadline has passed.
  func wait(
    until event: Waiter.Event, on socket: borrowing Socket, deadline: ContinuousClock.Instant,
    isIdle: Bool = false
  ) async -> Waiter.Outcome {
    await wait(until: event, on: socket.descriptor, deadline: deadline, isIdle: isIdle)
  }

  /// Suspends for a time, or until the server stops, without opening a descriptor.
  func pause(for time: Duration) async {
    // POSIX: `poll` ignores a negative descriptor.
    _ = await wait(until: .readable, on: -1, deadline: .now + time, isIdle: true)
  }

  private func wait(
    until event: Waiter.Event, on descriptor: Int32, deadline: ContinuousClock.Instant, isIdle: Bool
  ) async -> Waiter.Outcome {
    await withCheckedContinuation { continuation in
      let waiter = Waiter(
        descriptor: descriptor, event: event, deadline: deadline, isIdle: isIdle,
        continuation: continuation)
      change { $0.newcomers.append(waiter) }
    }
  }

  /// Stops idle waiters now, and all others after a grace period.
  func stop(within grace: Duration) {
    change { if $0.end == nil { $0.end = .now + grace } }
  }

  /// Ends the thread; must be called only when there are no waiters.
  func finish() {
    change { $0.isFinished = true }
  }

  private func change(_ body: (inout State) -> Void) {
    let wasAsleep = state.withLock { state in
      body(&state)
      defer { state.isAwake = true }
      return !state.isAwake
    }
    if wasAsleep { withUnsafeBytes(of: UInt8(1)) { _ = caller.transmit($0) } }
  }

  private func watch() {
    var list = PollList(wakeUpCall: called.descriptor)
    while true {
      let (newcomers, jobs, end, isFinished) = state.withLock { state in
        defer {
          state.newcomers.removeAll(keepingCapacity: true)
          state.jobs.removeAll(keepingCapacity: true)
          state.isAwake = !state.jobs.isEmpty
        }
        return (state.newcomers, state.jobs, state.end, state.isFinished)
      }
      list.add(newcomers)
      run(jobs)
      if end != nil { list.release(end: end) }
      if isFinished { return }
      // Jobs may add more jobs, so the sockets are then checked without waiting.
      if list.wait(until: end, blocking: jobs.isEmpty) {
        withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { _ = called.receive(into: $0) }
      }
      state.withLock { $0.isAwake = true }
      list.release(end: end)
    }
  }

  private func run(_ jobs: [UnownedJob]) {
    guard #available(macOS 15, *) else { return }
    for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
  }
}

@available(macOS 15, *)
extension Poller: TaskExecutor {
  /// Adds a task's next job; can be called from any thread.
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let isFinished = state.withLock { $0.isFinished }
    // The poller's thread has ended, so the job runs on a new thread.
    guard !isFinished || !Thread.start({ [self] in run([job]) }) else { return }
    change { $0.jobs.append(job) }
  }
}

/// A system thread, which ends when its body returns.
package final class Thread: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}
