import Channels
import Runs
import Terminal
import TokenUse
import Transcript
import Vocabulary

/// A command that sends a request with the session's tokens.
protocol TokenUseCommand: Command {
  /// One line for the help: a lowercase imperative without a period.
  static var summary: String { get }
  /// Whether only one program at a time may run it.
  static var takesTurns: Bool { get }
  /// The session's tokens and the connection to the server.
  var use: TokenUseRun { get }

  init(use: TokenUseRun)
  /// Sends the request and reads the response.
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
        "Uses the tokens in the session. To get tokens, run workbench walk --mode practice, or "
          + "use --mode live for a real server."
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

/// `workbench profile`: calls the API with the access token.
struct ProfileCommand: TokenUseCommand {
  static let name = "profile"
  static let summary = "read the user's profile with the access token"
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

/// `workbench refresh`: exchanges the refresh token (RFC 6749 §6).
struct RefreshCommand: TokenUseCommand {
  static let name = "refresh"
  static let summary = "exchange the refresh token for new tokens"
  // A refresh token may work only once: a second program would overwrite the first one's tokens.
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

/// `workbench introspect`: asks the server about the access token (RFC 7662).
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

/// `workbench revoke`: revokes the session's tokens (RFC 7009).
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

  /// Returns the tokens to revoke, in order.
  ///
  /// The refresh token is first, so that no new access token can be issued in between. The server
  /// should revoke the access token with it, but does not have to (RFC 7009 §2.1).
  private func tokens(
    at server: AuthorizationServer
  ) throws(CommandError) -> [RevocationRequest.Token] {
    let access = RevocationRequest.Token.access(AccessToken(try use.value("access_token")))
    guard let refresh = use.session.values["refresh_token"]?.value else { return [access] }
    return [.refresh(RefreshToken(refresh))] + (server.revokesAllTokensAtOnce ? [] : [access])
  }
}
