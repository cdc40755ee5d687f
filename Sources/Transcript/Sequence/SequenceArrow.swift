public import Vocabulary

/// A message of a run, from one participant to another.
public struct SequenceArrow: Hashable, Sendable {
  /// The sender.
  public let from: SequenceParticipant
  /// The receiver.
  public let to: SequenceParticipant
  /// The number of the step, or `nil` if a neighboring arrow has it.
  public let step: StepNumber?
  /// The message in short, such as `POST /oauth2/token`.
  public let action: String
  /// The values in the message, or `nil` if the next arrow lists them.
  public let values: [SequenceValue]?
  /// Whether it is a response to another arrow.
  public let isReply: Bool

  init(
    _ from: SequenceParticipant, _ to: SequenceParticipant, step: StepNumber? = nil,
    _ action: String,
    _ values: [SequenceValue]?, isReply: Bool = false
  ) {
    self.from = from
    self.to = to
    self.step = step
    self.action = action
    self.values = values
    self.isReply = isReply
  }

  /// The step's number and the message in short.
  public var label: String { step.map { "\($0) \(action)" } ?? action }
}

/// An event without a message from the client.
public struct SequenceNote: Hashable, Sendable {
  /// The event in a few words.
  public let title: String
  /// The details; empty if the title is enough.
  public let text: String
  /// Whether the run failed there.
  public let isEnd: Bool
  /// The participants at the event, neighbors from left to right.
  public let place: [SequenceParticipant]

  init(
    title: String, text: String, isEnd: Bool = false, at place: [SequenceParticipant] = [.client]
  ) {
    self.title = title
    self.text = text
    self.isEnd = isEnd
    self.place = place
  }

  /// The title and the text, if it is not empty.
  var pieces: [String] { [title, text].filter { !$0.isEmpty } }
}

/// A participant of a run.
public enum SequenceParticipant: String, CaseIterable, Hashable, Sendable {
  /// The client, which sends the requests.
  case client = "Client"
  /// The user's browser, which carries the front channel.
  case browser = "Browser"
  /// The authorization server, and the API of the same name.
  case server = "Server"
}

/// An event of a run.
public enum SequenceEvent: Hashable, Sendable {
  /// A message from one participant to another.
  case arrow(SequenceArrow)
  /// An event inside the client, or the user's decision at the server.
  case note(SequenceNote)
}
