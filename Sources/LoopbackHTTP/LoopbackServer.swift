public import HTTPMessages

/// A small HTTP/1.1 server, by default on a loopback address (RFC 9110 and RFC 9112).
///
/// Each connection is a task, and one thread watches all sockets. A slow or faulty client never
/// delays another.
public final class LoopbackServer: Sendable {
  /// The port on which the server listens, also if it was chosen by the system.
  public let port: UInt16

  private let listener: Lock<Socket?>
  private let service: Service
  private let connections = Lock(0)
  private let descriptors: DescriptorBudget

  /// The time that responses in progress may take when the server stops.
  private static let grace = Duration.seconds(2)

  /// Creates a server that already listens, so that clients can connect before `run()`.
  ///
  /// - Parameters:
  ///   - host: An IP address of this machine, `127.0.0.1` or `::1`.
  ///   - port: The port, or 0 for any free one.
  ///   - limits: The limits on what the server accepts.
  ///   - secondsSince1970: The clock for the `Date` field, or `nil` for the system's clock.
  ///   - handler: The type that responds to requests.
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

  /// Serves requests until `stop()` is called or the task is canceled.
  ///
  /// It returns when every connection is closed. A server runs only once: a second call returns
  /// immediately.
  @concurrent
  public func run() async {
    guard let listener = listener.withLock({ $0.take() }) else { return }
    // With its own thread, no connection waits for a task that computes for seconds.
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

  /// Stops the server; can be called from any thread and more than once.
  ///
  /// Idle connections are closed at once. Responses in progress have two seconds to finish. Then
  /// their tasks are canceled, and `run()` returns when the handler reacts.
  public func stop() {
    service.poller.stop(within: Self.grace)
    // Before `run()`, nothing else closes the socket.
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
      // Clients stay in the queue until a connection ends. `Task.sleep` may open descriptors, and
      // Dispatch crashes the program if it cannot.
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

/// A type that responds to HTTP requests.
public protocol HTTPHandler: Sendable {
  /// Returns the response to a request; an error is a response with an error status.
  func response(to request: HTTPRequest) async -> HTTPResponse

  /// Whether the connection ends without a response, as if the network failed; optional.
  func abandons(_ request: HTTPRequest) -> Bool

  /// Receives a request that the server rejected itself; optional.
  func hasRejected(_ rejection: RejectedRequest)
}

extension HTTPHandler {
  /// Abandons no request.
  public func abandons(_ request: HTTPRequest) -> Bool { false }

  /// Ignores the rejected request.
  public func hasRejected(_ rejection: RejectedRequest) {}
}
