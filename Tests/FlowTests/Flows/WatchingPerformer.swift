import Flows
import Vocabulary

/// Remembers which steps were done, in order.
final class WatchingPerformer: StepPerformer {
  private(set) var numbers: [Int] = []

  func callAsFunction<S: Step>(_ step: S) throws -> S.Output {
    numbers.append(S.heading.number.rawValue)
    return try step.output()
  }
}
