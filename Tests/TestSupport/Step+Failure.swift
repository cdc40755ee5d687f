package import Vocabulary

extension Step {
  /// The failure of the step, or `nil` if it returns an output.
  package var failure: StepFailure? {
    do throws(StepFailure) {
      _ = try output()
      return nil
    } catch {
      return error
    }
  }
}

extension StepRun {
  /// The failure of the run, or `nil` if it succeeded.
  package var failure: StepFailure? {
    if case .failure(let failure) = result { failure } else { nil }
  }
}
