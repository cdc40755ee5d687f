public import Vocabulary

/// A message of a run, from one participant to another.
public struct SequenceArrow: Hashable, Sendable {
  /// Who sends it.
  public let from: SequenceParticipant
  /// Who gets it.
  public let to: SequenceParticipant
  /// The number of the step that it belongs to; `nil` where a neighbouring arrow has the number.
  public let step: StepNumber?
  /// What it does, such as `POST /oauth2/token`.
  public let deed: String
  /// The values that it carries; `nil` where the next arrow tells them.
  public let values: [SequenceValue]?
  /// Whether it answers another arrow.
  public let isReply: Bool

  init(
    _ from: SequenceParticipant, _ to: SequenceParticipant, step: StepNumber? = nil, _ deed: String,
    _ values: [SequenceValue]?, isReply: Bool = false
  ) {
    self.from = from
    self.to = to
    self.step = step
    self.deed = deed
    self.values = values
    self.isReply = isReply
  }

  /// Number and deed.
  public var label: String { step.map { "\($0) \(deed)" } ?? deed }
}

/// Something that happens without a message of the client.
public struct SequenceNote: Hashable, Sendable {
  /// What happens.
  public let title: String
  /// What is to be said of it; empty if the title says all.
  public let text: String
  /// Whether the run stopped there.
  public let isEnd: Bool
  /// The participants at which it happens, neighbors from left to right.
  public let place: [SequenceParticipant]

  init(title: String, text: String, isEnd: Bool = false, at place: [SequenceParticipant] = [.app]) {
    self.title = title
    self.text = text
    self.isEnd = isEnd
    self.place = place
  }

  /// Title and text.
  var pieces: [String] { [title, text].filter { !$0.isEmpty } }
}

/// Somebody who takes part in a run.
public enum SequenceParticipant: String, CaseIterable, Hashable, Sendable {
  /// The client.
  case app = "Client"
  /// The user's browser, through which the front channel goes.
  case browser = "Browser"
  /// The authorization server, and the API of the same name.
  case server = "Server"
}

/// Something that happens in a run.
public enum SequenceEvent: Hashable, Sendable {
  /// A message goes from one to another.
  case arrow(SequenceArrow)
  /// The app does something by itself, or the user does at the server.
  case note(SequenceNote)
}
