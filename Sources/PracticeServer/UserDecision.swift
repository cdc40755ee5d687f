public import Vocabulary

/// What the user decides on the consent page.
public enum UserDecision: Hashable, Sendable {
  /// Allows these scopes.
  case allow(Scope)
  /// Says no.
  case deny
}
