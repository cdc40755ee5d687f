import Flows
import Transcript
import Vocabulary

extension Advice {
  /// The lessons about what comes before and after the five steps, by the step's number.
  private static let aroundTheSteps = [0: 13, 6: 6]

  /// Which lesson explains where a run stopped.
  ///
  /// - Parameters:
  ///   - step: The number of the step, 0 to 6.
  ///   - flow: The flow that was walked.
  /// - Returns: The lesson, and the command that shows it.
  static func lesson(explaining step: Int, of flow: Flow) -> Advice {
    let number = aroundTheSteps[step] ?? flow.about.lesson ?? step
    return Advice("Lesson \(number) explains this", "lesson \(number)")
  }
}
