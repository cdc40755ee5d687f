import Flows
import Step1CodeVerifier
package import Vocabulary

extension Session {
  /// Forgets the values of the last authorization, and keeps what describes the application.
  ///
  /// - Parameters:
  ///   - flow: The flow that begins.
  ///   - mode: The mode in which it begins.
  ///   - server: The server that the options name; `nil` to stay with that of the session.
  package mutating func beginAuthorization(
    _ flow: Flow, in mode: Mode, at server: AuthorizationServer? = nil
  ) {
    let next = mode == .live ? server ?? (self.mode == .live ? self.server : nil) : nil
    // A client is registered with one server, and means nothing to another: each mode has its own.
    let isElsewhere = mode != self.mode || next != self.server
    let describing =
      ["client_id", "redirect_uri", "scope", "application_type"] + RequestAdditions.names
    // A scope that a user is asked for is none that a client asks for itself.
    let isOfOtherKind = flow.about.hasUser != self.flow.about.hasUser
    let lasting =
      isElsewhere
      ? []
      : describing.filter { chosen?.contains($0) ?? true }
        .filter { $0 != "scope" || !isOfOtherKind }
    chosen = lasting
    usesRandomValues = false
    scenario = nil
    pending = nil
    forgetProgress()
    self.mode = mode
    self.server = next
    self.flow = flow
    values = values.filter { lasting.contains($0.key) }
      .mapValues { Value(value: $0.value, origin: $0.origin, step: .before) }
  }

  /// Keeps what the user typed, so that the next step knows it even if this one stops.
  package mutating func keep(_ choices: Choices) {
    let typed: [(Option, String)] = [
      (.applicationType, "application_type"), (.clientID, "client_id"),
      (.redirectURI, "redirect_uri"), (.scope, "scope"), (.state, "state"), (.prompt, "prompt"),
      (.expiresIn, "requested_lifetime"),
    ]
    for (option, name) in typed + RequestAdditions.options {
      // The last word counts, but of options that may be repeated all of them do.
      guard let value = RequestAdditions.text(of: option, in: choices) else { continue }
      values[name] = Value(value: value, origin: .given, step: .before)
      chosen = Set((chosen ?? []) + [name]).sorted()
    }
    if let scenario = choices.value(.scenario) { self.scenario = scenario }
    if let flow = choices.value(.flow).flatMap(Flow.init) { self.flow = flow }
    if choices.has(.random) { usesRandomValues = true }
    if !values.contains(where: { $0.value.step > .before }) {
      prefersPublicClient = mode == .dryRun ? nil : true
    }
  }

  /// The application type of a client whose type the user did not name.
  func usualType(at server: AuthorizationServer) -> ApplicationType {
    // A user who says where the client secret goes has one.
    let method = values["client_auth"].flatMap { ClientAuthentication(rawValue: $0.value) }
    let hasSecret = method == .header || method == .body
    return prefersPublicClient == true && !hasSecret
      ? Defaults.applicationType(of: flow.about, in: mode, at: server)
      : flow.about.applicationTypes[0]
  }

  /// Keeps a verifier that the user typed, with its challenge, as if step 1 had left them.
  ///
  /// - Throws: `CommandError` for a text that is no code verifier.
  package mutating func keep(verifier: String) throws(CommandError) {
    try Settings.check(verifier: verifier, RunPlace(flow: flow, mode: mode))
    let step = CodeVerifierStep(source: .given(verifier))
    do {
      // The challenge that step 2 sent is another one, and explains a refusal.
      if values["state"]?.step == .authorizationRequest, let sent = values["code_challenge"] {
        values["sent_challenge"] =
          values["sent_challenge"]
          ?? Value(value: sent.value, origin: sent.origin, step: .authorizationRequest)
      }
      for parameter in step.outputs(of: try step.output())
      where ["code_verifier", "code_challenge", "code_challenge_method"].contains(parameter.name) {
        values[parameter.name] = Value(
          value: parameter.value, origin: parameter.origin, step: .codeVerifier)
      }
    } catch {
      let run = RunPlace(flow: flow, mode: mode)
      throw CommandError(
        .stepFailed, error.message,
        next: NextAction.after(error, in: run).first?.advice(in: run))
    }
  }
}
