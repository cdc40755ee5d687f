import Transcript

extension Advice {
  /// The same advice for a mode: what begins anew, begins in that mode, and practice has no scenarios.
  func inMode(_ mode: Mode) -> Advice {
    guard mode == .practice, let command else { return self }
    switch command {
    case "step 1", "walk": return Advice(text, command + " --mode practice")
    case "walk --scenario granted": return Advice(text, "walk --mode practice")
    default: return self
    }
  }
}
