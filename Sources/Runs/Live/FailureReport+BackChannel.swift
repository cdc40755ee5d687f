package import Channels
package import Transcript
package import Vocabulary

extension FailureReport {
  /// The report of a server that gave no answer.
  ///
  /// - Parameters:
  ///   - fault: What happened.
  ///   - step: The step that waits for the answer.
  ///   - server: The server that was asked.
  ///   - command: The command that sends the same once more.
  ///   - surroundings: For the commands.
  package init(
    _ fault: BackChannelFault, step: StepNumber, server: AuthorizationServer, again command: String,
    _ surroundings: Surroundings
  ) {
    self.init(
      step: step, reason: fault.name, message: fault.description,
      comparison: [("expected", "an answer of \(server.name)"), ("received", "none")],
      why: [
        Self.why(fault),
        server.sunset.map { $0 + " Whether that is why, nobody here knows." },
      ]
      .compactMap(\.self).joined(separator: " "),
      reference: fault.reference,
      next: (fault.advice(at: server) + [Advice("To try once more, from here on", command)]
        + Self.elsewhere(server)).map(surroundings.complete))
  }

  private static func why(_ fault: BackChannelFault) -> String {
    switch fault {
    case .brokenOff, .timedOut, .tooLarge, .notHTTP, .programEnded:
      "The request was sent, and the server may have acted on it. What the session holds is kept."
    case .programMissing, .malformedURL, .malformedField, .unprotected, .notConnected, .noSuchHost,
      .refused, .proxy, .certificate, .other:
      "What the session holds is kept, so nothing has to be done again that was done already."
    }
  }

  /// What still works, whatever becomes of this server.
  package static func elsewhere(_ server: AuthorizationServer) -> [Advice] {
    guard server.sunset != nil else {
      return [Advice("To go on learning meanwhile", "walk --mode practice")]
    }
    return [
      Advice("What always works: a server in this program", "walk --mode practice"),
      Advice("Where the data moves to", "servers google-health"),
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
    // One reason for both: a name that programs know does not change.
    case .proxy, .other: "no_answer"
    }
  }

  /// Where the rule is laid down that ended the exchange; `nil` for a fault of the world.
  package var reference: Reference? {
    switch self {
    case .unprotected: .rfc6749("3.2")
    case .certificate: .rfc6749("10.9")
    default: nil
    }
  }

  /// What a person can do about it.
  package func advice(at server: AuthorizationServer) -> [Advice] {
    switch self {
    case .refused where server == .practice(at: Defaults.practiceURL):
      [Self.practiceServer]
    case .malformedURL, .unprotected:
      [Advice("Mend the address in the server's description", "help servers")]
    case .notConnected, .noSuchHost, .refused, .timedOut, .other:
      [Advice("Look at the way there", "doctor --network")]
    case .proxy:
      [
        Advice(
          "Look which proxy is set, and set it right, or name the host in no_proxy", "doctor")
      ]
    case .certificate:
      [
        Advice(
          "Do not go on yet: somebody between you and the server may be reading along. Look at clock, proxy "
            + "and certificates", "doctor --network"),
        Advice(
          "If the server's certificate comes from an authority of your own, add that to the certificates of "
            + "the system: SSL_CERT_FILE and SSL_CERT_DIR are not read."),
      ]
    case .tooLarge, .notHTTP:
      [
        Advice(
          "Look at what answers there: the address may not be that of an authorization server.")
      ]
    case .malformedField:
      [Advice("Look for a line break in the client secret or client id.")]
    case .brokenOff, .programEnded:
      [Advice("If it happens again, look at the way there", "doctor --network")]
    case .programMissing: [Advice("Build the whole package: swift build")]
    }
  }

  /// What to do where the practice server should be, and nothing is.
  static let practiceServer = Advice("Start the practice server in another terminal", "practice")
}
