/// What the doctor found at one place, in one line.
struct Checkup: Hashable {
  /// How it stands.
  enum State: String {
    /// Nothing has to be done.
    case ok
    /// It works, and one should know.
    case note
    /// Live mode will not work like this.
    case fix
  }

  /// The place, such as "redirect port".
  let place: String
  let state: State
  /// What was found, and what to do where something has to be done; never a secret.
  let text: String

  init(_ place: String, _ state: State, _ text: String) {
    self.place = place
    self.state = state
    self.text = text
  }
}
