public import Channels
public import Vocabulary

/// A flow that can be walked: steps in straight-line code, with the channels between them.
public protocol GrantFlow: Sendable {
  /// Which of the four it is.
  static var flow: Flow { get }

  /// Walks the flow.
  ///
  /// - Parameters:
  ///   - front: The way through the browser.
  ///   - back: The direct way.
  ///   - now: The clock, in seconds since 1970-01-01 00:00 UTC.
  ///   - perform: Who does the steps.
  /// - Returns: The tokens.
  /// - Throws: `StepFailure` from a step, or what a channel or the performer throws.
  func tokens(
    front: some FrontChannel, back: some BackChannel, now: () -> Int64,
    perform: some StepPerformer
  ) async throws -> Tokens
}

extension GrantFlow {
  /// Walks the flow and does nothing but the steps.
  public func tokens(
    front: some FrontChannel, back: some BackChannel, now: () -> Int64
  ) async throws -> Tokens {
    try await tokens(front: front, back: back, now: now, perform: PlainPerformer())
  }
}
