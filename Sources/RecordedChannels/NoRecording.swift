/// A channel was used that the recorded flow does not use.
public struct NoRecording: Error, Hashable, Sendable {
  /// The step that made the request.
  public let step: Int
}
