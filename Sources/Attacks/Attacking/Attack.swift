package import Runs

/// An attack that can be shown with and without its defense.
package enum Attack: String, CaseIterable {
  case interception, csrf, leak

  /// A summary in one line, without a period.
  package var summary: String {
    switch self {
    case .interception: "a stolen code, without and with PKCE"
    case .csrf: "a planted redirect, without and with a check of the state"
    case .leak: "a token left in the browser, with the implicit flow and with a code"
    }
  }

  /// Runs the attack against practice servers in this process.
  package func report(_ surroundings: Surroundings) async throws -> AttackReport {
    switch self {
    case .interception: try await InterceptionAttack(surroundings: surroundings).report()
    case .csrf: try await CSRFAttack(surroundings: surroundings).report()
    case .leak: try await LeakAttack(surroundings: surroundings).report()
    }
  }
}
