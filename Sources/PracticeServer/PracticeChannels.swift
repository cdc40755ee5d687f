public import Channels
public import HTTPMessages
public import Vocabulary

/// A browser in this process, with a user who decides as they were told to.
public struct PracticeFrontChannel: FrontChannel, Sendable {
  private let server: PracticeServer
  private let user: PracticeUser?
  private let decision: @Sendable (Scope) -> UserDecision

  /// Puts a user before the server's consent page.
  ///
  /// - Parameters:
  ///   - server: The server.
  ///   - user: The user; `nil` for the usual one.
  ///   - decision: What the user decides, given the scopes that are asked for.
  public init(
    server: PracticeServer, as user: PracticeUser? = nil,
    decision: @escaping @Sendable (Scope) -> UserDecision
  ) {
    self.server = server
    self.user = user
    self.decision = decision
  }

  /// Opens the page, decides, and follows to the redirect.
  ///
  /// - Throws: `PracticeRejection` when the server shows an error page instead.
  public func redirect(for request: HTTPRequest) async throws -> Redirect {
    let answer = await server.answer(to: request, as: user, deciding: decision)
    guard let location = answer.response.fields.value(of: "Location") else {
      throw PracticeRejection(status: answer.response.status, summary: answer.summary)
    }
    return Redirect(url: location, status: answer.response.status)
  }
}

/// The direct way to a practice server in this process.
public struct PracticeBackChannel: BackChannel, Sendable {
  private let server: PracticeServer

  /// Leads to a server.
  public init(server: PracticeServer) {
    self.server = server
  }

  /// Asks the server.
  public func response(to request: HTTPRequest) async throws -> HTTPResponse {
    await server.answer(to: request).response
  }
}

/// An error page of the practice server: the browser stays there, and the app hears nothing.
public struct PracticeRejection: Error, Hashable, Sendable {
  /// The status of the page.
  public let status: Int
  /// What the page says to the developer.
  public let summary: String
}
