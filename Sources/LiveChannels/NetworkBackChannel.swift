public import Channels
public import HTTPMessages
import LoopbackHTTP

/// The back channel through a program of its own, which alone is linked with the network.
///
/// The program is started once and serves one exchange after the other. If it ends or falls silent, the
/// exchange fails, and the next one starts it anew; no request is sent twice.
public final class NetworkBackChannel: BackChannel, Sendable {
  private let program: String
  private let limits: BackChannelLimits
  private let margin: Duration
  /// Held by the thread whose exchange it is; others wait for their turn.
  private let turn = Lock(())
  /// The running program; held for a moment only.
  private let process = Lock<NetworkProcess?>(nil)

  /// Describes the channel; nothing is started yet.
  ///
  /// - Parameters:
  ///   - program: The path of `workbench-network`.
  ///   - limits: How long an answer may take, and how large it may be.
  public convenience init(program: String, limits: BackChannelLimits = BackChannelLimits()) {
    self.init(program: program, limits: limits, margin: .seconds(5))
  }

  /// Describes the channel with a margin: how much longer than an answer the program may take.
  init(program: String, limits: BackChannelLimits, margin: Duration) {
    self.program = program
    self.limits = limits
    self.margin = margin
  }

  /// The number of the running process; `nil` while there is none.
  var processIdentifier: Int32? { process.withLock { $0?.identifier } }

  /// Starts the program, so that it loads while something else is done; a fault comes with the exchange.
  public func start() {
    process.withLock { if $0 == nil { $0 = try? NetworkProcess(program: program) } }
  }

  /// Ends the program, and any exchange with it; a later exchange would start it anew.
  public func close() {
    process.withLock { $0.take() }?.interrupt()
    // The exchange sees the end at once, and lets go of the process.
    turn.withLock { _ in }
  }

  /// The request with every header field that goes over the wire.
  public func complete(_ request: HTTPRequest) -> HTTPRequest { ChannelFields.complete(request) }

  /// Sends the request, and waits for the answer.
  ///
  /// - Parameter request: The request; its URL is `https`, or `http` with a loopback host.
  /// - Returns: The response, whatever its status: a redirect, too, comes as the response that it is.
  /// - Throws: `BackChannelFault`, or `CancellationError` if the task was cancelled.
  public func response(to request: HTTPRequest) async throws -> HTTPResponse {
    let checked = try CheckedRequest(request)
    let call = NetworkCall()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        // The thread that waits is none that tasks share.
        let hasStarted = Thread.start { [self] in
          let result = turn.withLock { _ in exchange(checked.complete, call) }
          continuation.resume(with: result)
        }
        if !hasStarted {
          continuation.resume(throwing: BackChannelFault.other("no thread is left"))
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

  /// The program, started anew if it has ended.
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

  /// Sends an order, and reads the report; a program that fails here is ended.
  private func report(
    on request: HTTPRequest, from process: NetworkProcess
  ) throws(BackChannelFault) -> NetworkReport {
    guard let order = try? NetworkLine.encode(NetworkOrder(request, limits: limits)),
      order.count <= NetworkLine.longestOrder
    else { throw .other("the request has \(request.body.count) bytes, which is too much") }
    var isSound = false
    defer { if !isSound { self.process.withLock { $0 = nil } } }
    guard
      let line = try process.answer(
        to: order, limit: NetworkLine.longestReport(bodyBytes: limits.bodyBytes),
        deadline: .now + .seconds(limits.seconds) + margin)
    else { throw .timedOut(seconds: limits.seconds) }
    guard let report = try? NetworkLine.decode(NetworkReport.self, from: line) else {
      throw .other("the program for the network spoke in a way of its own")
    }
    isSound = !report.leavesWork
    return report
  }
}
