package import Vocabulary
import Transcript

extension RecordingFolder {
  /// The folder that the options name; `nil` if they name none.
  ///
  /// - Throws: `CommandError` with `usage` in a dry run, where there is nothing to record.
  package init?(_ choices: Choices, _ mode: Mode) throws(CommandError) {
    guard let path = choices.value(.record) else { return nil }
    guard mode != .dryRun else {
      throw CommandError(
        .usage, "In a dry run every answer is a recording already.",
        next: Advice("Let a server answer", "walk --mode practice --record DIR"))
    }
    guard !path.isEmpty else {
      throw CommandError(.usage, "The folder of the recording has no name: --record DIR.")
    }
    self.init(path: path)
  }
}
