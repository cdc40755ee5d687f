package import Vocabulary

extension Step {
  /// Why the step stops; `nil` if it gives an output.
  package var failure: StepFailure? {
    do throws(StepFailure) {
      _ = try output()
      return nil
    } catch {
      return error
    }
  }
}
