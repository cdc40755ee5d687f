/// The result of one check of the doctor.
struct Checkup: Hashable {
  /// The severity, as printed.
  enum State: String {
    /// Nothing to do.
    case ok
    /// Works, but is worth knowing.
    case note
    /// Prevents live mode from working.
    case fix
  }

  /// The subject of the check, such as "redirect port".
  let place: String
  let state: State
  /// The finding and, if necessary, the fix; never a secret.
  let text: String

  init(_ place: String, _ state: State, _ text: String) {
    self.place = place
    self.state = state
    self.text = text
  }
}
