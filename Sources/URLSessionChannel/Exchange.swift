import Channels
import Dispatch
import Foundation
import HTTPMessages

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// One request and its response, with its own `URLSession` so that exchanges share no state.
///
/// All mutable state is accessed only on `queue`, where the session also calls its delegate.
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

  /// Sends the request, and later resumes the continuation exactly once.
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
    // One deadline for everything: `URLSession` on Linux restarts its timeout with every byte.
    let late = BackChannelFault.timedOut(seconds: limits.seconds)
    queue.asyncAfter(deadline: .now() + .seconds(limits.seconds)) { [weak self] in
      self?.finish(.failure(late))
    }
  }

  /// Cancels the exchange, even if it has not started yet.
  func cancel() {
    queue.async { [self] in
      isCancelled = true
      finish(.failure(CancellationError()))
    }
  }

  /// Starts a response; an interim one, such as 103, is replaced by the next.
  func begin(_ response: URLResponse) {
    self.response = response as? HTTPURLResponse
    body = []
    if response.expectedContentLength > Int64(limits.bodyBytes) { rejectSize() }
  }

  /// Appends a part of the body, which counts after any decompression.
  func take(_ data: Data) {
    if data.count > limits.bodyBytes - body.count { return rejectSize() }
    if continuation != nil { body += data }
  }

  /// Ends the exchange with the response received.
  func succeed(_ last: URLResponse?) {
    guard let response = response ?? last as? HTTPURLResponse else {
      return finish(.failure(BackChannelFault.notHTTP(request.address.authority)))
    }
    finish(.success(HTTPResponse(response, body: body)))
  }

  /// Ends the exchange; later calls have no effect.
  func finish(_ result: Result<HTTPResponse, any Error>) {
    continuation?.resume(with: result)
    continuation = nil
    // This can block while data arrives, and the queue must stay free to discard that data.
    if let session { DispatchQueue.global().async { session.invalidateAndCancel() } }
    session = nil
    body = []
  }

  private func rejectSize() {
    finish(.failure(BackChannelFault.tooLarge(limit: limits.bodyBytes)))
  }
}
