public import Channels
import Step4TokenRequest
import Step5TokenResponse
public import Vocabulary

/// The client credentials grant: RFC 6749 §4.4.
///
/// There is no user: the token is the app's own, and opens no user's data. The front channel is not
/// used at all.
public struct ClientCredentialsGrant: GrantFlow {
  /// Which of the four it is.
  public static let flow = Flow.clientCredentials

  /// The server that is asked.
  public let server: AuthorizationServer
  /// The app that asks for itself.
  public let client: Client
  /// A mistake to be made on purpose; `nil` for a client that does all right.
  public let mistake: Mistake?
  /// Where the answers come from.
  public let origin: Origin

  /// Sets the flow up.
  public init(
    server: AuthorizationServer, client: Client, mistake: Mistake? = nil, origin: Origin
  ) {
    self.server = server
    self.client = client
    self.mistake = mistake
    self.origin = origin
  }

  /// Walks the flow: steps 4 and 5, the back channel only.
  public func tokens(
    front: some FrontChannel, back: some BackChannel, now: () -> Int64,
    perform: some StepPerformer
  ) async throws -> Tokens {
    let request = try perform(
      TokenRequest(server: server, client: client, grant: .clientCredentials).making(mistake))
    let response = try await back.response(to: request)
    return try perform(
      TokenResponse(response: response, requestedScope: nil, receivedAt: now(), origin: origin))
  }
}
