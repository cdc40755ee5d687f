package import LiveChannels
package import LoopbackHTTP
package import Transcript
package import Vocabulary

extension FailureReport {
  /// Creates the report of a browser that did not return.
  package init(_ fault: BrowserFault, step: StepNumber, _ surroundings: Surroundings) {
    let isLate = if case .timedOut = fault { true } else { false }
    let rejection: RedirectRejection? =
      if case .timedOut(_, let rejection) = fault { rejection } else { nil }
    self.init(
      step: step, reason: isLate ? "redirect_timed_out" : "redirect_unreachable",
      message: fault.description,
      comparison: [("expected", "a redirect"), ("received", rejection?.description ?? "none")],
      why: (rejection == .stateMissing ? Self.lostState : "")
        + "The session keeps its values, and you can still read a redirect that arrives later.",
      reference: .rfc6749("4.1.2"),
      next: [
        Advice("To wait again, for the same request", "step 3"),
        Advice("Or read the URL that the browser ended at", "step 3 --redirect 'URL'"),
      ].map(surroundings.complete))
  }

  /// The rule that a server breaks if it omits the state (RFC 6749 §4.1.2, §4.1.2.1).
  private static let lostState =
    "The server must return the state it received, with a code and with an error. "

  /// Creates the report of a port that cannot be used.
  package init(_ fault: LoopbackFault, step: StepNumber, _ surroundings: Surroundings) {
    let obstacle =
      if case .tooFewDescriptors = fault {
        Advice("Allow more in this shell with ulimit -n 256, then wait again", "step 3")
      } else {
        Advice("Stop the program that uses the port, then wait again", "step 3")
      }
    self.init(
      step: step, reason: "port_unavailable", message: fault.description,
      comparison: [("expected", "a free port"), ("received", "none")],
      why:
        "The redirect goes to this port only. Another program that listens there would receive it.",
      reference: .rfc8252("7.3"),
      next: [
        obstacle,
        Advice("Or read the URL that the browser ended at", "step 3 --redirect 'URL'"),
      ].map(surroundings.complete))
  }
}
