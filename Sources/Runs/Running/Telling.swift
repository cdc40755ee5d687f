import Transcript

/// How a run is told at a terminal.
package struct Telling: Hashable {
  /// How much is said of a step.
  let detail: TextRenderer.Detail
  /// Whether the run waits for the user between the steps.
  let pauses: Bool
  /// Whether the user reads one piece at a time, so that a long one may go through the pager.
  let staysOnScreen: Bool

  /// Every part, as a single step has it.
  package static let full = Telling(detail: .full, pauses: false, staysOnScreen: false)
  /// Every part of one step, page by page if it is longer than the terminal.
  package static let step = Telling(detail: .full, pauses: false, staysOnScreen: true)

  /// A walk: the story, or every part of it.
  package static func walk(explains: Bool, pauses: Bool) -> Telling {
    Telling(detail: explains ? .full : .story, pauses: pauses, staysOnScreen: pauses)
  }
}
