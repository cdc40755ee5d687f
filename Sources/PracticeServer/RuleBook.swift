/// The rules as they are switched, and the note of each one that was missed.
struct RuleBook: Sendable {
  let off: Set<Rule>
  /// The rules that would have refused the present request, were they on.
  private(set) var relaxed: [Rule] = []

  init(off: Set<Rule>) {
    self.off = off
  }

  /// Whether a rule is on.
  func isOn(_ rule: Rule) -> Bool { !off.contains(rule) }

  /// Whether a rule refuses, given that it is violated; one that is off is noted instead.
  mutating func refuses(_ rule: Rule, when isViolated: Bool) -> Bool {
    guard isViolated else { return false }
    if isOn(rule) { return true }
    note(rule)
    return false
  }

  /// Notes that a rule would have changed the answer, were it on.
  mutating func note(_ rule: Rule) {
    if !relaxed.contains(rule) { relaxed.append(rule) }
  }
}
