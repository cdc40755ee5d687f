/// The name and the purpose of a step.
public struct StepHeading: Hashable, Sendable {
  /// The number, shared by module, lesson, snippet, and recording.
  public let number: StepNumber
  /// The name in lowercase with hyphens, as in the file names of lesson and snippet.
  public let name: String
  /// The name for people.
  public let title: String
  /// The purpose and why it matters, in at most two sentences.
  public let purpose: String
  /// The channel of the step's message and the parties that can read it, in one line.
  public let traffic: String
  /// The inputs and outputs that only the full explanation shows, by name.
  public let details: Set<String>

  /// Creates a heading.
  public init(
    number: StepNumber, name: String, title: String, purpose: String, traffic: String,
    details: Set<String> = []
  ) {
    self.number = number
    self.name = name
    self.title = title
    self.purpose = purpose
    self.traffic = traffic
    self.details = details
  }

  /// Returns the heading with the purpose of a particular step.
  public func with(purpose: String) -> StepHeading {
    StepHeading(
      number: number, name: name, title: title, purpose: purpose, traffic: traffic,
      details: details)
  }
}
