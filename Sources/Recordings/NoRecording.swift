public import Vocabulary

/// No answer was recorded: the flow does not use this channel, or the recorded run ended here.
public struct NoRecording: Error, Hashable, Sendable {
  /// The step that made the request.
  public let step: StepNumber
}
