package import Runs

/// An attack that is shown, with the defence beside it.
package enum Attack: String, CaseIterable {
  case interception, csrf, leak

  /// What it shows, in one line.
  package var summary: String {
    switch self {
    case .interception: "a stolen code, without and with PKCE"
    case .csrf: "a planted redirect, without and with the check of the state"
    case .leak: "a token in the browser, with the implicit flow and with a code"
    }
  }

  /// Runs the attack.
  package func report(_ surroundings: Surroundings) async throws -> AttackReport {
    switch self {
    case .interception: try await InterceptionAttack(surroundings: surroundings).report()
    case .csrf: try await CSRFAttack(surroundings: surroundings).report()
    case .leak: try await LeakAttack(surroundings: surroundings).report()
    }
  }
}
