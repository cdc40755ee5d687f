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

extension StepRun {
  /// Why the step stopped; `nil` if it went well.
  package var failure: StepFailure? {
    if case .failure(let failure) = result { failure } else { nil }
  }
}
