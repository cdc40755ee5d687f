public import Channels
public import HTTPMessages
public import Vocabulary

/// A browser in this process, whose user makes a given decision.
public struct PracticeFrontChannel: FrontChannel, Sendable {
  private let server: PracticeServer
  private let user: PracticeUser?
  private let decision: @Sendable (Scope) -> UserDecision

  /// Creates a browser with a user who decides on the server's consent page.
  ///
  /// - Parameters:
  ///   - server: The server.
  ///   - user: The user, or `nil` for the default one.
  ///   - decision: The user's decision, given the requested scopes.
  public init(
    server: PracticeServer, as user: PracticeUser? = nil,
    decision: @escaping @Sendable (Scope) -> UserDecision
  ) {
    self.server = server
    self.user = user
    self.decision = decision
  }

  /// Sends the request, makes the decision, and returns the redirect to the client.
  ///
  /// - Throws: `PracticeRejection` when the server shows an error page instead.
  public func redirect(for request: HTTPRequest) async throws -> Redirect {
    let exchange = await server.respond(to: request, as: user, deciding: decision)
    let response = exchange.response
    guard let location = response.fields.value(of: "Location") else {
      throw PracticeRejection(status: response.status, summary: exchange.summary)
    }
    return Redirect(url: location, status: response.status)
  }
}

/// The direct connection to a practice server in this process.
public struct PracticeBackChannel: BackChannel, Sendable {
  private let server: PracticeServer

  /// Creates a channel to a server.
  public init(server: PracticeServer) {
    self.server = server
  }

  /// Returns the server's response.
  public func response(to request: HTTPRequest) async throws -> HTTPResponse {
    await server.respond(to: request).response
  }
}

/// An error page of the practice server, which does not redirect to the client.
public struct PracticeRejection: Error, Hashable, Sendable {
  /// The status of the page.
  public let status: Int
  /// The summary of the error for the developer.
  public let summary: String
}
