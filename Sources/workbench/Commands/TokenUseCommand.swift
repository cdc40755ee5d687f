import Channels
import Runs
import Terminal
import TokenUse
import Transcript
import Vocabulary

/// A command about the tokens of the session; they differ in what they send.
protocol TokenUseCommand: Command {
  /// What it does, in one line.
  static var summary: String { get }
  /// Whether of several programs only one may do it at a time.
  static var takesTurns: Bool { get }
  /// The session's tokens and a server that answers.
  var use: TokenUseRun { get }

  init(use: TokenUseRun)
  /// Sends the request and reads the answer.
  func perform(
    _ perform: Narrator, over back: any BackChannel, on route: Route
  ) async throws
}

extension TokenUseCommand {
  static var takesTurns: Bool { false }

  static var description: CommandDescription {
    CommandDescription(
      name: name, group: .tryOut, operands: [], summary: summary,
      details: [
        "Takes the tokens from the session. It needs a server that answers: begin with "
          + "workbench walk --mode practice, or with --mode live at a real one."
      ],
      options: Option.output,
      examples: [
        .init("workbench walk --mode practice --no-pause", "get tokens"),
        .init("workbench \(name)", summary),
      ])
  }

  init(
    _ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle
  ) throws(CommandError) {
    self.init(
      use: try TokenUseRun(choices, surroundings, style, takesTurns: Self.takesTurns))
  }

  func run() async throws -> ExitCode {
    try await use.run { route, back, narrator in
      try await perform(narrator, over: back, on: route)
    }
  }
}

/// `workbench profile`: what an access token is for.
struct ProfileCommand: TokenUseCommand {
  static let name = "profile"
  static let summary = "call an API with the access token: the user's profile"
  let use: TokenUseRun

  func perform(
    _ perform: Narrator, over back: any BackChannel, on route: Route
  ) async throws {
    let token = AccessToken(try use.value("access_token"))
    let request = try perform(
      ResourceRequest(server: use.running.settings.server, accessToken: token))
    let response = try await back.response(to: request)
    _ = try perform(ResourceResponse(response: response, origin: route.origin))
  }
}

/// `workbench refresh`: RFC 6749 §6.
struct RefreshCommand: TokenUseCommand {
  static let name = "refresh"
  static let summary = "exchange the refresh token for a new pair of tokens"
  // A refresh token may be good for one use only: the second program would lose the first one's tokens.
  static let takesTurns = true
  let use: TokenUseRun

  func perform(
    _ perform: Narrator, over back: any BackChannel, on route: Route
  ) async throws {
    let settings = use.running.settings
    let token = RefreshToken(try use.value("refresh_token"))
    let request = try perform(
      RefreshRequest(server: settings.server, client: settings.client, refreshToken: token))
    let response = try await back.response(to: request)
    _ = try perform(
      RefreshResponse(
        response: response,
        grantedScope: Scope(use.session.values["granted_scope"]?.value ?? ""),
        receivedAt: route.now(), origin: route.origin))
  }
}

/// `workbench introspect`: RFC 7662.
struct IntrospectCommand: TokenUseCommand {
  static let name = "introspect"
  static let summary = "ask the server what the access token represents"
  let use: TokenUseRun

  func perform(
    _ perform: Narrator, over back: any BackChannel, on route: Route
  ) async throws {
    let settings = use.running.settings
    let token = AccessToken(try use.value("access_token"))
    let request = try perform(
      IntrospectionRequest(server: settings.server, client: settings.client, accessToken: token))
    let response = try await back.response(to: request)
    _ = try perform(IntrospectionResponse(response: response, origin: route.origin))
  }
}

/// `workbench revoke`: RFC 7009.
struct RevokeCommand: TokenUseCommand {
  static let name = "revoke"
  static let summary = "revoke the tokens"
  let use: TokenUseRun

  func perform(
    _ perform: Narrator, over back: any BackChannel, on route: Route
  ) async throws {
    let settings = use.running.settings
    for token in try tokens(at: settings.server) {
      let request = try perform(
        RevocationRequest(server: settings.server, client: settings.client, token: token))
      let response = try await back.response(to: request)
      _ = try perform(RevocationResponse(response: response, origin: route.origin))
    }
  }

  /// The refresh token first, or a new access token could be got in between; then the access token, which a
  /// server should end with it, and need not (RFC 7009 §2.1).
  private func tokens(
    at server: AuthorizationServer
  ) throws(CommandError) -> [RevocationRequest.Token] {
    let access = RevocationRequest.Token.access(AccessToken(try use.value("access_token")))
    guard let refresh = use.session.values["refresh_token"]?.value else { return [access] }
    return [.refresh(RefreshToken(refresh))] + (server.endsAllTokensAtOnce ? [] : [access])
  }
}
