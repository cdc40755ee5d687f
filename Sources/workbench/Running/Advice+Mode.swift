import Transcript

extension Advice {
  /// The same advice for a mode: what begins anew, begins in that mode, and practice has no scenarios.
  func inMode(_ mode: Mode) -> Advice {
    guard mode != .dryRun, let command else { return self }
    switch command {
    case "step 1", "walk": return Advice(text, "\(command) --mode \(mode.rawValue)")
    case "walk --scenario granted" where mode == .practice:
      return Advice(text, "walk --mode practice")
    case "walk --mode practice": return Advice(text, "walk --mode \(mode.rawValue)")
    default: return self
    }
  }
}
