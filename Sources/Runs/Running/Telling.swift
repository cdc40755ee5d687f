import Transcript

/// The presentation of a run at a terminal.
package struct Telling: Hashable {
  /// The level of detail for each step.
  let detail: TextRenderer.Detail
  /// Whether the run waits for the user between the steps.
  let pauses: Bool
  /// Whether the user reads one piece at a time, so that a long one may be shown in the pager.
  let staysOnScreen: Bool

  /// Every part of each step, without pauses.
  package static let full = Telling(detail: .full, pauses: false, staysOnScreen: false)
  /// Every part of one step, page by page if it is longer than the terminal.
  package static let step = Telling(detail: .full, pauses: false, staysOnScreen: true)

  /// Returns the presentation of a walk: the story, or every part of each step.
  package static func walk(explains: Bool, pauses: Bool) -> Telling {
    Telling(detail: explains ? .full : .story, pauses: pauses, staysOnScreen: pauses)
  }
}
