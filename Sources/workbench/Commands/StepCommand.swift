import Attacks
import Channels
import Flows
import HTTPMessages
import Recordings
import Runs
import Step1CodeVerifier
import Step2AuthorizationRequest
import Step3AuthorizationResponse
import Step4TokenRequest
import Step5TokenResponse
import Terminal
import Transcript
import Vocabulary

/// `workbench step N`: runs one step with the values that earlier steps saved in the session.
struct StepCommand: Command {
  private let running: Run
  private let number: StepNumber
  private let session: Session

  init(
    _ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle
  ) async throws(CommandError) {
    let chosen = try await ServerChoice(choices: choices, surroundings: surroundings).chosen()
    let number =
      choices.operands.first.flatMap { Int($0) }.flatMap(StepNumber.init) ?? .codeVerifier
    let store = Run.sessionStore(choices, surroundings)
    var session = try store.read()
    // The first step starts a new transaction. Only the client's registration is kept.
    let flow =
      choices.value(.flow).flatMap(Flow.init)
      ?? (number == .codeVerifier ? .usual : session.flow)
    let mode = ServerChoice.mode(choices, chosen)
    try Self.check(number, isStepOf: flow, mode ?? session.mode)
    try Self.check(session, isOf: flow, at: number)
    if number == flow.about.firstStep {
      session.beginAuthorization(flow, in: mode ?? .dryRun, at: chosen?.server)
    } else {
      try Self.check(session, stays: mode, at: chosen?.server, flow, choices)
      // No step of another mode has run, so the mode can still change.
      if let mode { session.mode = mode }
      session.server = chosen?.server ?? session.server
    }
    session.keep(choices)
    if number > .codeVerifier, flow.about.usesPKCE, let verifier = choices.value(.verifier) {
      try session.keep(verifier: verifier)
    }
    self.number = number
    self.session = session
    running = try Run(
      choices, surroundings, style, session: session, store: store,
      needsSecret: number >= .tokenRequest, needsScope: number > .codeVerifier, telling: .step)
    try checkOptions()
    // Another terminal may have walked another flow in this folder.
    if number != flow.about.steps.first, flow != .usual, !choices.has(.flow) {
      surroundings.console.hint("This step continues the session's flow: \(flow.rawValue).\n")
    }
  }

  func run() async throws -> ExitCode {
    let route = try await running.route(LedgerFile(nextTo: running.sessionStore).read())
    defer { route.close() }
    let narrator = Narrator(
      subject: running.subject, session: session, stateOrigin: running.settings.stateOrigin,
      route: route, givenSteps: givenSteps, mistake: running.settings.scenario.mistake,
      onStep: { narrator, step in
        try running.save(narrator.session, after: step)
        try running.presentation.show(
          step, in: narrator.report.subject, after: narrator.report.steps.dropLast())
      })
    let inputs = StepInputs(
      running: running, number: number, session: session, route: route,
      back: running.back(route, narrator))
    if number == .tokenResponse { running.explainPending(session) }
    let error = await failure(of: { try await perform(inputs, with: narrator) })
    try await running.save(route)
    let exitCode = try running.end(narrator, after: error)
    if error == nil {
      running.hint(await nextStep(after: narrator, route))
    }
    return exitCode
  }

  /// Returns the next command, after checking whether a recording matches the request.
  private func nextStep(after narrator: Narrator, _ route: Route) async -> Suggestion {
    if number == .tokenRequest, running.settings.mode != .dryRun,
      session.values.contains(where: { $0.value.step == .tokenResponse })
    {
      return Suggestion("The code in this session was already exchanged. Start again", .start)
    }
    if number == .authorizationRequest, running.settings.mode == .dryRun,
      let request = narrator.report.steps.last?.sends,
      (try? await route.front.redirect(for: request)) == nil
    {
      return Suggestion(
        "No recording matches this request. Pass the redirect yourself",
        .step(.authorizationResponse), "--redirect 'URL'")
    }
    return NextAction.next(in: narrator.session, running.place(holding: narrator.session))
  }

  private func perform(_ inputs: StepInputs, with perform: Narrator) async throws {
    switch number {
    case .codeVerifier: _ = try perform(CodeVerifierStep(source: running.settings.verifierSource))
    case .authorizationRequest: _ = try perform(try inputs.authorizationRequest())
    case .authorizationResponse where running.settings.flow.about.redirectCarries == .token:
      _ = try perform(try await inputs.implicitResponse())
    case .authorizationResponse: _ = try perform(try await inputs.authorizationResponse())
    case .tokenRequest: _ = try perform(try inputs.tokenRequest())
    case .tokenResponse: _ = try perform(try await inputs.tokenResponse())
    // The parser accepts only the numbers of the five steps.
    case .before, .after: break
    }
  }

  private var givenSteps: Set<StepNumber> {
    let choices = running.choices
    return Set(
      (choices.has(.redirect) ? [.authorizationResponse] : [])
        + (choices.has(.response) ? [.tokenResponse] : []))
  }

  /// Rejects a step that the flow does not have.
  private static func check(
    _ number: StepNumber, isStepOf flow: Flow, _ mode: Mode
  ) throws(CommandError) {
    guard !flow.about.steps.contains(number) else { return }
    let steps = flow.about.steps.map(\.description).joined(separator: ", ")
    throw CommandError(
      .usage, "The flow \(flow.rawValue) has no step \(number). Its steps: \(steps).",
      next: Suggestion("Type", .start).advice(in: RunPlace(flow: flow, mode: mode)))
  }

  /// Rejects a step that would use values from another flow.
  private static func check(
    _ session: Session, isOf flow: Flow, at number: StepNumber
  ) throws(CommandError) {
    guard number != flow.about.steps.first, session.flow != flow,
      session.values.contains(where: { $0.value.step > .before })
    else { return }
    throw CommandError(
      .usage,
      "The session's values are from the flow \(session.flow.rawValue) and cannot be used in the "
        + "flow \(flow.rawValue).",
      next: Suggestion("Start the other flow", .start)
        .advice(in: RunPlace(flow: flow, mode: session.mode)))
  }

  /// Rejects a step that would use values from another mode or server, which have another client.
  private static func check(
    _ session: Session, stays mode: Mode?, at server: AuthorizationServer?, _ flow: Flow,
    _ choices: Choices
  ) throws(CommandError) {
    guard session.values.contains(where: { $0.value.step > .before }) else { return }
    let changesMode = mode.map { $0 != session.mode } ?? false
    let changesServer = server.map { $0 != session.server } ?? false
    guard changesMode || changesServer else { return }
    // A client is registered with one server.
    let client =
      RunPlace.serverWords(choices) + (choices.has(.clientID) ? [] : [Option.clientID.words(nil)])
    throw CommandError(
      .usage,
      "The session's values are from \(session.mode.rawValue) mode and cannot be used in another "
        + "mode or at another server.",
      next: Suggestion("Start again", .start).advice(
        in: RunPlace(flow: flow, mode: mode ?? .live, serverWords: client)))
  }

  private func checkOptions() throws(CommandError) {
    for (option, step) in [
      (Option.redirect, StepNumber.authorizationResponse), (.response, .tokenResponse),
    ]
    where running.choices.has(option) && number != step {
      throw CommandError(
        .usage, "\(option.name) belongs to step \(step), not to step \(number).",
        next: Advice("Type", "step \(step) \(option.name) \(option.placeholder ?? "")"))
    }
  }
}

extension StepCommand {
  static let name = "step"
  static let description = CommandDescription(
    name: name, group: .see, operands: ["N"], summary: "run one step, 1 to 5",
    details: [
      Flow.stepsOfEach,
      "Reads its inputs from the session, where earlier steps saved them, or from options.",
      "The client secret of a server application comes from WORKBENCH_CLIENT_SECRET or a hidden "
        + "prompt. It is never a command-line argument: other users of the machine can see those.",
    ],
    options: Option.request + [.redirect, .response, .noPager] + Option.output,
    examples: [
      .init("workbench step 1 --random", "a new verifier and challenge"),
      .init("workbench step 2 --scope 'activity sleep'", "request two scopes"),
      .init("workbench step 3 --redirect 'URL'", "read a redirect from your browser"),
      .init("workbench step 5 --response response.txt", "read your own token response"),
    ], operandWords: ["1", "2", "3", "4", "5"], operandKind: "step",
    operandMeaning: "a step number, 1 to 5")
}
