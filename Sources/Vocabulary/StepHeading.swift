/// What a step is called, and what it is for.
public struct StepHeading: Hashable, Sendable {
  /// The number, which module, lesson, snippet and recording share.
  public let number: StepNumber
  /// The name in lower case with hyphens, as lesson and snippet carry it.
  public let name: String
  /// The name as a person reads it.
  public let title: String
  /// What the step does and why, for somebody who meets it for the first time.
  public let purpose: String
  /// What the step sends or reads, in one line.
  public let traffic: String

  /// Describes a step.
  public init(number: StepNumber, name: String, title: String, purpose: String, traffic: String) {
    self.number = number
    self.name = name
    self.title = title
    self.purpose = purpose
    self.traffic = traffic
  }

  /// The same heading over a step with a purpose of its own.
  public func with(purpose: String) -> StepHeading {
    StepHeading(number: number, name: name, title: title, purpose: purpose, traffic: traffic)
  }
}
