package import LiveChannels
package import LoopbackHTTP
package import Transcript
package import Vocabulary

extension FailureReport {
  /// The report of a browser that did not come back.
  package init(_ fault: BrowserFault, step: StepNumber, _ surroundings: Surroundings) {
    let isLate = if case .timedOut = fault { true } else { false }
    let rejection: RedirectRejection? =
      if case .timedOut(_, let rejection) = fault { rejection } else { nil }
    self.init(
      step: step, reason: isLate ? "redirect_timed_out" : "redirect_unreachable",
      message: fault.description,
      comparison: [("expected", "a redirect"), ("received", rejection?.description ?? "none")],
      why: (rejection == .stateMissing ? Self.lostState : "")
        + "What the session holds is kept. A server may have asked the user all the same: a redirect that "
        + "comes later can still be read.",
      reference: .rfc6749("4.1.2"),
      next: [
        Advice("To wait once more, for the same request", "step 3"),
        Advice("Or read the address at which the browser ended", "step 3 --redirect 'URL'"),
      ].map(surroundings.complete))
  }

  /// What a server does that leaves the state out; RFC 6749 §4.1.2.1 wants it with an error, too.
  private static let lostState =
    "A server has to send back the state that it got, with a code as with an error. "

  /// The report of a port at which nobody can listen.
  package init(_ fault: LoopbackFault, step: StepNumber, _ surroundings: Surroundings) {
    let obstacle =
      if case .tooFewDescriptors = fault {
        Advice("Allow more in this shell with ulimit -n 256, and wait once more", "step 3")
      } else {
        Advice("End the program that has the port, and wait once more", "step 3")
      }
    self.init(
      step: step, reason: "port_unavailable", message: fault.description,
      comparison: [("expected", "a free port"), ("received", "none")],
      why:
        "The redirect goes to its own port and no other: whatever else listens there would get it.",
      reference: .rfc8252("7.3"),
      next: [
        obstacle,
        Advice("Or read the address at which the browser ended", "step 3 --redirect 'URL'"),
      ].map(surroundings.complete))
  }
}
