/// What a step is called, and what it is for.
public struct StepHeading: Hashable, Sendable {
  /// The number, which module, lesson, snippet and recording share.
  public let number: StepNumber
  /// The name in lower case with hyphens, as lesson and snippet carry it.
  public let name: String
  /// The name as a person reads it.
  public let title: String
  /// What the step does and why it matters, in at most two sentences.
  public let purpose: String
  /// The channel of the step's message and who can read it, in one line.
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

  /// The same heading with the purpose of one particular step.
  public func with(purpose: String) -> StepHeading {
    StepHeading(
      number: number, name: name, title: title, purpose: purpose, traffic: traffic,
      details: details)
  }
}
