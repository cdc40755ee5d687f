/// What a step is called, and what it is for.
public struct StepHeading: Hashable, Sendable {
  /// The number, 1 to 5, that module, lesson, snippet and recording share; 0 for what comes before the
  /// five steps, 6 for what comes after.
  public let number: Int
  /// The name in lower case with hyphens, as lesson and snippet carry it.
  public let name: String
  /// The name as a person reads it.
  public let title: String
  /// What the step does and why, for somebody who meets it for the first time.
  public let purpose: String
  /// What the step sends or reads, in one line.
  public let traffic: String

  /// Describes a step.
  public init(number: Int, name: String, title: String, purpose: String, traffic: String) {
    self.number = number
    self.name = name
    self.title = title
    self.purpose = purpose
    self.traffic = traffic
  }

  /// Whether it is one of the five steps, and not something before or after them.
  public var isOneOfTheFive: Bool { 1...5 ~= number }

  /// The same heading over a step with a purpose of its own.
  public func with(purpose: String) -> StepHeading {
    StepHeading(number: number, name: name, title: title, purpose: purpose, traffic: traffic)
  }
}
