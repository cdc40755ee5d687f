/// Somebody who takes part in a run.
public enum SequenceParticipant: String, CaseIterable, Hashable, Sendable {
  /// The app: the client of OAuth.
  case app = "App"
  /// The user's browser, through which the front channel goes.
  case browser = "Browser"
  /// The authorization server, and the API of the same name.
  case server = "Server"
}
