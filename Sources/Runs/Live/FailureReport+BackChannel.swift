package import Channels
package import Transcript
package import Vocabulary

extension FailureReport {
  /// Creates the report of a request that got no response.
  ///
  /// - Parameters:
  ///   - fault: The fault on the back channel.
  ///   - step: The step that needs the response.
  ///   - server: The server that the request was for.
  ///   - command: The command that sends the same request again.
  ///   - surroundings: The program, for the commands in the advice.
  package init(
    _ fault: BackChannelFault, step: StepNumber, server: AuthorizationServer, again command: String,
    _ surroundings: Surroundings
  ) {
    self.init(
      step: step, reason: fault.name, message: fault.description,
      comparison: [("expected", "a response from \(server.name)"), ("received", "none")],
      why: [
        Self.why(fault),
        server.sunset.map { $0 + " That may be the reason; the workbench cannot tell." },
      ]
      .compactMap(\.self).joined(separator: " "),
      reference: fault.reference,
      next: (fault.advice(at: server) + [Advice("To retry from here", command)]
        + Self.elsewhere(server)).map(surroundings.complete))
  }

  private static func why(_ fault: BackChannelFault) -> String {
    switch fault {
    case .brokenOff, .timedOut, .tooLarge, .notHTTP, .programEnded:
      "The request was sent, and the server may have acted on it. The session keeps its values."
    case .programMissing, .malformedURL, .malformedField, .unprotected, .notConnected, .noSuchHost,
      .refused, .proxy, .certificate, .other:
      "The session keeps its values, so you do not have to repeat a step."
    }
  }

  /// Returns the advice that does not depend on this server.
  package static func elsewhere(_ server: AuthorizationServer) -> [Advice] {
    guard server.sunset != nil else {
      return [Advice("To keep learning meanwhile", "walk --mode practice")]
    }
    return [
      Advice("To use the practice server, which always works", "walk --mode practice"),
      Advice("To see the server that the data moves to", "servers google-health"),
    ]
  }
}

extension BackChannelFault {
  /// The fault's name in the JSON document.
  package var name: String {
    switch self {
    case .malformedURL: "malformed_url"
    case .malformedField: "malformed_field"
    case .unprotected: "unprotected_url"
    case .notConnected: "not_connected"
    case .noSuchHost: "no_such_host"
    case .refused: "connection_refused"
    case .certificate: "certificate_invalid"
    case .timedOut: "timed_out"
    case .tooLarge: "answer_too_large"
    case .brokenOff: "connection_broken_off"
    case .notHTTP: "not_http"
    case .programMissing: "network_program_missing"
    case .programEnded: "network_program_ended"
    // One name for both: scripts rely on it.
    case .proxy, .other: "no_answer"
    }
  }

  /// The section with the rule that the exchange broke, or `nil` for other faults.
  package var reference: Reference? {
    switch self {
    case .unprotected: .rfc6749("3.2")
    case .certificate: .rfc6749("10.9")
    default: nil
    }
  }

  /// Returns the advice for this fault.
  package func advice(at server: AuthorizationServer) -> [Advice] {
    switch self {
    case .refused where server == .practice(at: Defaults.practiceURL):
      [Self.practiceServer]
    case .malformedURL, .unprotected:
      [Advice("Fix the URL in the server file", "help servers")]
    case .notConnected, .noSuchHost, .refused, .timedOut, .other:
      [Advice("Check the connection", "doctor --network")]
    case .proxy:
      [Advice("Check which proxy is set. Correct it, or add the host to no_proxy", "doctor")]
    case .certificate:
      [
        Advice(
          "Do not continue yet: someone between you and the server may be reading the traffic. "
            + "Check the clock, proxy, and certificates", "doctor --network"),
        Advice(
          "If your own certificate authority issued the server's certificate, add that authority "
            + "to the system's certificates: SSL_CERT_FILE and SSL_CERT_DIR are not read."),
      ]
    case .tooLarge, .notHTTP:
      [
        Advice(
          "Check what responds there: the URL may not be that of an authorization server.")
      ]
    case .malformedField:
      [Advice("Check the client ID and client secret for line breaks.")]
    case .brokenOff, .programEnded:
      [Advice("If it happens again, check the connection", "doctor --network")]
    case .programMissing: [Advice("Build the whole package: swift build")]
    }
  }

  /// The advice if no practice server is listening.
  static let practiceServer = Advice("Start the practice server in another terminal", "practice")
}
