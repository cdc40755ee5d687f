import Flows
import Step1CodeVerifier
package import Vocabulary

extension Session {
  /// Removes the values of the last transaction, and keeps those that describe the client.
  ///
  /// - Parameters:
  ///   - flow: The flow that starts.
  ///   - mode: The mode in which it starts.
  ///   - server: The server that the options name, or `nil` to keep that of the session.
  package mutating func beginAuthorization(
    _ flow: Flow, in mode: Mode, at server: AuthorizationServer? = nil
  ) {
    let next = mode == .live ? server ?? (self.mode == .live ? self.server : nil) : nil
    // A client is registered with one server and unknown to others, and each mode has its own.
    let isElsewhere = mode != self.mode || next != self.server
    let describing =
      ["client_id", "redirect_uri", "scope", "application_type"] + RequestAdditions.names
    // A scope for a user's data is not a scope that a client requests for itself.
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

  /// Keeps the options that the user typed, for the next step, even if this one fails.
  package mutating func keep(_ choices: Choices) {
    let typed: [(Option, String)] = [
      (.applicationType, "application_type"), (.clientID, "client_id"),
      (.redirectURI, "redirect_uri"), (.scope, "scope"), (.state, "state"), (.prompt, "prompt"),
      (.expiresIn, "requested_lifetime"),
    ]
    for (option, name) in typed + RequestAdditions.options {
      // The last value counts, except for repeatable options: all of theirs do.
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

  /// Returns the application type of a client whose type the user did not name.
  func usualType(at server: AuthorizationServer) -> ApplicationType {
    // A user who chooses how to send the client secret has one.
    let method = values["client_auth"].flatMap { ClientAuthentication(rawValue: $0.value) }
    let hasSecret = method == .header || method == .body
    return prefersPublicClient == true && !hasSecret
      ? Defaults.applicationType(of: flow.about, in: mode, at: server)
      : flow.about.applicationTypes[0]
  }

  /// Keeps a verifier that the user typed, with its challenge, as step 1 would.
  ///
  /// - Throws: `CommandError` if the text is not a code verifier.
  package mutating func keep(verifier: String) throws(CommandError) {
    try Settings.check(verifier: verifier, RunPlace(flow: flow, mode: mode))
    let step = CodeVerifierStep(source: .given(verifier))
    do {
      // Step 2 sent another challenge, which explains a rejection.
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
