public import HTTPMessages

/// A small HTTP/1.1 server for one's own machine: RFC 9110 and RFC 9112.
///
/// Every connection is a task; one thread watches their sockets. A slow or faulty client never
/// holds up another.
public final class LoopbackServer: Sendable {
  /// The port on which the server listens.
  public let port: UInt16

  private let listener: Lock<Socket?>
  private let service: Service
  private let connections = Lock(0)
  private let descriptors: DescriptorBudget

  /// How long running answers may take when the server stops.
  private static let grace = Duration.seconds(2)

  /// Binds and listens, so that clients can connect before `run()`.
  ///
  /// - Parameters:
  ///   - host: An IP address of this machine, `127.0.0.1` or `::1`.
  ///   - port: The port, or 0 for any free one.
  ///   - limits: How much and how long the server puts up with.
  ///   - secondsSince1970: The clock for `Date` in the answers; the system's without one.
  ///   - handler: Whoever answers the requests.
  /// - Throws: `LoopbackFault` if the server cannot listen there.
  public init(
    host: String = "127.0.0.1", port: UInt16, limits: LoopbackLimits = LoopbackLimits(),
    secondsSince1970: (@Sendable () -> Int)? = nil, handler: some HTTPHandler
  ) throws(LoopbackFault) {
    let socket = try Socket.listening(host: host, port: port)
    descriptors = try DescriptorBudget(connections: limits.connections, listener: socket)
    self.port = socket.port
    listener = Lock(socket)
    let literal = host.contains(":") ? "[\(host)]" : host
    service = Service(
      handler: handler, limits: limits, poller: try Poller(),
      date: DateLine(secondsSince1970 ?? System.secondsSince1970),
      authority: "\(literal):\(self.port)")
  }

  deinit { service.poller.finish() }

  /// Serves until `stop()` is called or the task is cancelled.
  ///
  /// It returns when every connection is closed. A server runs once; a further call returns at
  /// once.
  @concurrent
  public func run() async {
    guard let listener = listener.withLock({ $0.take() }) else { return }
    // Where the system lets tasks prefer a thread, no connection waits for a task that computes for seconds.
    if #available(macOS 15, *) {
      await withTaskExecutorPreference(service.poller) { await serve(listener) }
    } else {
      await serve(listener)
    }
    service.poller.finish()
  }

  private func serve(_ listener: borrowing Socket) async {
    await withTaskCancellationHandler {
      await withDiscardingTaskGroup { group in
        await accept(on: listener, into: &group)
        await finishResponses()
        group.cancelAll()
      }
    } onCancel: {
      stop()
    }
  }

  /// Stops the server; it can be called from anywhere and more than once.
  ///
  /// Idle connections are closed at once. Running answers have two seconds to finish; then their
  /// tasks are cancelled, and `run()` returns when the handler heeds that.
  public func stop() {
    service.poller.stop(within: Self.grace)
    // Before `run()` there is nobody else to close the socket.
    _ = listener.withLock { $0.take() }
  }

  private func accept(on listener: borrowing Socket, into group: inout DiscardingTaskGroup) async {
    while !service.poller.isStopping {
      switch listener.acceptNext() {
      case .connection(let descriptor): admit(descriptor, to: &group)
      case .gone: continue
      case .blocked:
        let never = ContinuousClock.now + .seconds(3600)
        _ = await service.poller.wait(
          until: .readable, on: listener, deadline: never, isIdle: true)
      // Whoever waits stays in the queue until a connection ends. `Task.sleep` may open descriptors,
      // and Dispatch ends the program where it cannot.
      case .exhausted: await service.poller.pause(for: .milliseconds(20))
      }
    }
  }

  private func admit(_ descriptor: Int32, to group: inout DiscardingTaskGroup) {
    let number = connections.withLock { count in
      count += 1
      return count
    }
    let admission = descriptors.admission(of: descriptor, number: number)
    guard admission != .close else {
      _ = Socket(owning: descriptor)
      connections.withLock { $0 -= 1 }
      return
    }
    if #available(macOS 15, *) {
      group.addTask(executorPreference: service.poller) { [self] in
        await serve(descriptor, admission)
      }
    } else {
      group.addTask { [self] in await serve(descriptor, admission) }
    }
  }

  @concurrent
  private func serve(_ descriptor: Int32, _ admission: DescriptorBudget.Admission) async {
    var connection = Connection(descriptor: descriptor, service: service)
    if admission == .serve { await connection.serve() } else { await connection.reject() }
    connections.withLock { $0 -= 1 }
  }

  private func finishResponses() async {
    let end = ContinuousClock.now + Self.grace
    while connections.withLock({ $0 > 0 }), end > .now, !Task.isCancelled {
      try? await Task.sleep(for: .milliseconds(5))
    }
  }
}

/// Whoever answers requests.
public protocol HTTPHandler: Sendable {
  /// The answer to a request; a handler that cannot serve it says so with a status.
  func response(to request: HTTPRequest) async -> HTTPResponse

  /// Is told of a request that the server answered itself; a handler without interest leaves this out.
  func hasRejected(_ rejection: RejectedRequest)
}

extension HTTPHandler {
  /// Ignores the refusal.
  public func hasRejected(_ rejection: RejectedRequest) {}
}
