import Channels
import Flows
import HTTPMessages
import Terminal
import TokenUse
import Transcript
import Vocabulary

/// `profile`, `refresh`, `introspect` and `revoke`: what one does with tokens.
struct TokenUseCommand {
  private let running: RunningCommand
  private let session: Session
  private let name: String
  /// The right to refresh; `nil` for any other command.
  private let lock: RefreshLock?
  /// Whether another program has refreshed while this one waited for its turn.
  private let isRefreshedAlready: Bool

  init(_ invocation: Invocation, _ surroundings: Surroundings, _ style: TextStyle) throws(Complaint)
  {
    let store = RunningCommand.sessionStore(invocation, surroundings)
    let before = try store.read()
    name = invocation.command.name
    let needsLock = name == "refresh" && before.mode != .dryRun
    lock = needsLock ? try RefreshLock(on: store, surroundings.console) : nil
    session = needsLock ? try store.read() : before
    isRefreshedAlready = session.values["refresh_token"] != before.values["refresh_token"]
    guard session.mode != .dryRun else {
      throw Complaint(
        .stepFailed,
        "\(name) needs a server that answers, and the session is "
          + (session.isEmpty ? "empty." : "a dry run."),
        next: Advice("Get tokens from the practice server", "walk --mode practice"))
    }
    running = try RunningCommand(
      invocation, surroundings, style, session: session, store: store, needsSecret: true)
  }

  func run() async throws -> ExitCode {
    if isRefreshedAlready {
      running.surroundings.console.hint(
        "Another program has refreshed these tokens just now, and the session has the new pair: nothing was "
          + "sent.\n")
      return .done
    }
    // The lock is there until the end of the program.
    defer { withExtendedLifetime(lock) {} }
    let course = try await running.course(LedgerFile(beside: running.sessionStore).read())
    defer { course.close() }
    let recorder = Recorder(
      subject: running.subject, session: session, stateOrigin: running.settings.stateOrigin,
      course: course,
      onStep: { recorder, step in
        // The new tokens are on the disk before anybody can use them.
        try running.save(recorder.session, after: step)
        try running.presentation.show(step, after: recorder.report.steps.dropLast())
      })
    if name == "refresh" { running.explainPending(session) }
    let back = running.back(course, recorder)
    let error = await failure(of: { try await perform(course, back, recorder) })
    try await running.save(course)
    let exitCode = try running.end(recorder, after: error)
    if error == nil { running.hint(NextAction.afterUse(by: name, in: session.flow)) }
    return exitCode
  }

  private func perform(
    _ course: Course, _ back: any BackChannel, _ perform: Recorder
  ) async throws {
    let (server, client) = (running.settings.server, running.settings.client)
    switch name {
    case "profile":
      let token = AccessToken(try value("access_token"))
      let request = try perform(ResourceRequest(server: server, accessToken: token))
      let response = try await back.response(to: request)
      _ = try perform(ResourceResponse(response: response, origin: course.origin))
    case "introspect":
      let token = AccessToken(try value("access_token"))
      let request = try perform(
        IntrospectionRequest(server: server, client: client, accessToken: token))
      let response = try await back.response(to: request)
      _ = try perform(IntrospectionResponse(response: response, origin: course.origin))
    case "revoke":
      // Without a refresh token the access token is ended: either will do (RFC 7009 §2.1).
      let token = try session.values["refresh_token"]?.value ?? value("access_token")
      let request = try perform(
        RevocationRequest(server: server, client: client, token: token))
      let response = try await back.response(to: request)
      _ = try perform(RevocationResponse(response: response, origin: course.origin))
    default:
      let token = RefreshToken(try value("refresh_token"))
      let request = try perform(
        RefreshRequest(server: server, client: client, refreshToken: token))
      let response = try await back.response(to: request)
      _ = try perform(
        RefreshResponse(
          response: response,
          grantedScope: Scope(session.values["granted_scope"]?.value ?? ""),
          receivedAt: course.now(), origin: course.origin))
    }
  }

  private func value(_ name: String) throws(Complaint) -> String {
    if let value = session.values[name]?.value { return value }
    let flow = session.flow
    guard name == "access_token" || flow.about.canRefresh else {
      throw Complaint(
        .stepFailed,
        "\(self.name) needs \(name), and the flow \(flow.rawValue) brings none.",
        next: Suggestion("To get a new token, go through the flow again", .walk)
          .advice(in: running.place))
    }
    throw Complaint(
      .stepFailed, "\(self.name) needs \(name), which the last step of a flow brings.",
      next: Suggestion("Type", .walk).advice(in: running.place))
  }
}
