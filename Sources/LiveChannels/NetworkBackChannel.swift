public import Channels
public import HTTPMessages
import LoopbackHTTP

/// The back channel through the network program, the only one that uses `URLSession`.
///
/// The program is started once and sends one request at a time. If it ends or does not respond, the
/// request fails, and the next request starts it again. No request is sent twice.
public final class NetworkBackChannel: BackChannel, Sendable {
  private let program: String
  private let limits: BackChannelLimits
  private let margin: Duration
  /// The lock of the thread whose request is in progress; others wait.
  private let turn = Lock(())
  /// The running program; this lock is never held for long.
  private let process = Lock<NetworkProcess?>(nil)

  /// Creates a channel; the program is not started yet.
  ///
  /// - Parameters:
  ///   - program: The path of `workbench-network`.
  ///   - limits: The limits on the time and size of a response.
  public convenience init(program: String, limits: BackChannelLimits = BackChannelLimits()) {
    self.init(program: program, limits: limits, margin: .seconds(5))
  }

  /// Creates a channel with a margin: the time the program may take beyond the response's limit.
  init(program: String, limits: BackChannelLimits, margin: Duration) {
    self.program = program
    self.limits = limits
    self.margin = margin
  }

  /// The ID of the running process, or `nil` if there is none.
  var processIdentifier: Int32? { process.withLock { $0?.identifier } }

  /// Starts the program in advance; a failure is reported with the next request.
  public func start() {
    process.withLock { if $0 == nil { $0 = try? NetworkProcess(program: program) } }
  }

  /// Ends the program and any request in progress; a later request would start it again.
  public func close() {
    process.withLock { $0.take() }?.interrupt()
    // The thread with a request in progress sees this at once, and releases the lock.
    turn.withLock { _ in }
  }

  /// Returns the request with every header field that will be sent.
  public func complete(_ request: HTTPRequest) -> HTTPRequest { ChannelFields.complete(request) }

  /// Sends the request and waits for the response.
  ///
  /// - Parameter request: The request; its URL is `https`, or `http` with a loopback host.
  /// - Returns: The response, with any status; redirects are returned, not followed.
  /// - Throws: `BackChannelFault`, or `CancellationError` if the task was canceled.
  public func response(to request: HTTPRequest) async throws -> HTTPResponse {
    let checked = try CheckedRequest(request)
    let call = NetworkCall()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        // A thread that blocks must not be one that tasks share.
        let hasStarted = Thread.start { [self] in
          let result = turn.withLock { _ in exchange(checked.complete, call) }
          continuation.resume(with: result)
        }
        if !hasStarted {
          continuation.resume(throwing: BackChannelFault.other("the system has no thread left"))
        }
      }
    } onCancel: {
      call.cancel()
    }
  }

  private func exchange(_ request: HTTPRequest, _ call: NetworkCall) -> Result<
    HTTPResponse, any Error
  > {
    do throws(BackChannelFault) {
      let process = try running()
      guard call.begin(on: process) else { return .failure(CancellationError()) }
      defer { call.end() }
      return .success(try report(on: request, from: process).result.get())
    } catch {
      return .failure(call.isCancelled ? CancellationError() : error)
    }
  }

  /// Returns the program, started again if it has ended.
  private func running() throws(BackChannelFault) -> NetworkProcess {
    try process.withLock { [program] slot -> Result<NetworkProcess, BackChannelFault> in
      if let process = slot, process.isWaiting { return .success(process) }
      slot = nil
      do throws(BackChannelFault) {
        let process = try NetworkProcess(program: program)
        slot = process
        return .success(process)
      } catch {
        return .failure(error)
      }
    }.get()
  }

  /// Sends an order and reads the report; if that fails, the program is ended.
  private func report(
    on request: HTTPRequest, from process: NetworkProcess
  ) throws(BackChannelFault) -> NetworkReport {
    guard let order = try? NetworkLine.encode(NetworkOrder(request, limits: limits)),
      order.count <= NetworkLine.longestOrder
    else { throw .other("the request body of \(request.body.count) bytes is too large") }
    var isSound = false
    defer { if !isSound { self.process.withLock { $0 = nil } } }
    guard
      let line = try process.response(
        to: order, limit: NetworkLine.longestReport(bodyBytes: limits.bodyBytes),
        deadline: .now + .seconds(limits.seconds) + margin)
    else { throw .timedOut(seconds: limits.seconds) }
    guard let report = try? NetworkLine.decode(NetworkReport.self, from: line) else {
      throw .other("the network program returned an invalid message")
    }
    isSound = !report.leavesWork
    return report
  }
}
