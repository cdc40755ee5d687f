import Channels
import Dispatch
import Foundation
import HTTPMessages

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// One request and its answer, in a session of their own: nothing of one exchange reaches another.
///
/// Everything that changes is touched on `queue` alone, where the session calls its delegate, too.
final class Exchange: NSObject, @unchecked Sendable {
  typealias Continuation = CheckedContinuation<HTTPResponse, any Error>

  let request: CheckedRequest
  let limits: BackChannelLimits
  private let queue = DispatchQueue(label: "exchange")
  private var session: URLSession?
  private var continuation: Continuation?
  private var isCancelled = false
  private var response: HTTPURLResponse?
  private var body: [UInt8] = []

  init(of request: CheckedRequest, limits: BackChannelLimits) {
    self.request = request
    self.limits = limits
  }

  /// Sends the request; the continuation is resumed exactly once.
  func start(_ continuation: Continuation) {
    queue.async { [self] in
      if isCancelled { return continuation.resume(throwing: CancellationError()) }
      guard let message = URLRequest(request, seconds: limits.seconds) else {
        return continuation.resume(
          throwing: BackChannelFault.malformedURL(request.complete.url))
      }
      self.continuation = continuation
      let calls = OperationQueue()
      calls.underlyingQueue = queue
      calls.maxConcurrentOperationCount = 1
      let session = URLSession(
        configuration: .forgetful(isLoopback: request.address.isLoopback), delegate: self,
        delegateQueue: calls)
      self.session = session
      session.dataTask(with: message).resume()
    }
    // The whole exchange has this deadline: `URLSession` on Linux starts anew with every byte.
    let late = BackChannelFault.timedOut(seconds: limits.seconds)
    queue.asyncAfter(deadline: .now() + .seconds(limits.seconds)) { [weak self] in
      self?.finish(.failure(late))
    }
  }

  /// Gives the exchange up.
  func cancel() {
    queue.async { [self] in
      isCancelled = true
      finish(.failure(CancellationError()))
    }
  }

  /// Begins an answer; one that only announces another, such as 103, is followed by it.
  func begin(_ response: URLResponse) {
    self.response = response as? HTTPURLResponse
    body = []
    if response.expectedContentLength > Int64(limits.bodyBytes) { rejectSize() }
  }

  /// Takes a piece of the body, counted after any decompression.
  func take(_ data: Data) {
    if data.count > limits.bodyBytes - body.count { return rejectSize() }
    if continuation != nil { body += data }
  }

  /// Ends the exchange with the answer that has come.
  func succeed(_ last: URLResponse?) {
    guard let response = response ?? last as? HTTPURLResponse else {
      return finish(.failure(BackChannelFault.notHTTP(request.address.authority)))
    }
    finish(.success(HTTPResponse(response, body: body)))
  }

  /// Ends the exchange; every further end is none.
  func finish(_ result: Result<HTTPResponse, any Error>) {
    continuation?.resume(with: result)
    continuation = nil
    // It may stand still for as long as data comes in, and what comes in must go on being dropped.
    if let session { DispatchQueue.global().async { session.invalidateAndCancel() } }
    session = nil
    body = []
  }

  private func rejectSize() {
    finish(.failure(BackChannelFault.tooLarge(limit: limits.bodyBytes)))
  }
}
