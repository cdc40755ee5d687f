/// Texts that apply to one server only.
///
/// They are defined with the server's other data. A server without its own text uses the general
/// one.
public struct ServerHabits: Sendable {
  /// A sentence of a step that a server can replace.
  public enum Topic: Hashable, Sendable {
    /// The reason for state and redirect URI in the authorization request.
    case stateAndRedirectURI
    /// The protection of a request without a code challenge.
    case missingChallenge
    /// The fragment `_=_` of a redirect.
    case redirectFragment
    /// The use of a token that represents the client.
    case ownToken
    /// The reason why a public client needs its secret.
    case missingSecret
    /// The reason why the parameters of step 4 are in the body.
    case formInBody
    /// The advice on storing the tokens of a response.
    case savingTokens
    /// The reason why there is no refresh token, and the way to get one.
    case missingRefreshToken
    /// The consequences of a refresh, before it and after it.
    case refreshing, refreshed
    /// The other tokens that a revocation includes.
    case revoking
    /// The authorization that an introspection request needs.
    case introspecting
  }

  /// The name of the server, as in `AuthorizationServer.name`.
  public let server: String
  /// The entries that it adds to the glossary or replaces.
  let glossary: GlossaryLayer
  let words: [Topic: String]
  /// The scope that the profile requires, or `nil` if unknown.
  let profileScope: String?
  /// Whether revoking one token revokes all of the user's tokens for the client.
  let revokesAllTokensAtOnce: Bool
  /// The reasons why failures matter, by kind of failure.
  let failures: [StepFailure.Reason: SourcedText]

  init(
    of server: String, glossary: GlossaryLayer, words: [Topic: String] = [:],
    failures: [StepFailure.Reason: SourcedText] = [:], revokesAllTokensAtOnce: Bool = false,
    profileScope: String? = nil
  ) {
    self.profileScope = profileScope
    self.revokesAllTokensAtOnce = revokesAllTokensAtOnce
    self.server = server
    self.glossary = glossary
    self.words = words
    self.failures = failures
  }

  /// The habits of all servers, the practice server's before those of the server it imitates.
  public static let all = [practice, fitbit, googleHealth]
}

extension AuthorizationServer {
  /// The habits of the server, including Fitbit's if it behaves like Fitbit's server.
  public var habits: [ServerHabits] {
    ServerHabits.all.filter {
      $0.server == name || followsFitbitsGuide && $0.server == Self.fitbit.name
    }
  }

  /// Returns the server's own text, or `nil` if the general one applies.
  public func words(on topic: ServerHabits.Topic) -> String? {
    habits.lazy.compactMap { $0.words[topic] }.first
  }

  /// The scope that the profile requires, or `nil` if unknown.
  public var profileScope: String? { habits.lazy.compactMap(\.profileScope).first }

  /// Whether revoking one token revokes all, which RFC 7009 §2.1 leaves to the server.
  public var revokesAllTokensAtOnce: Bool { habits.contains(where: \.revokesAllTokensAtOnce) }

  /// Returns the server's own reason why a failure matters, or `nil` if the general one applies.
  public func reason(for failure: StepFailure.Reason) -> SourcedText? {
    habits.lazy.compactMap { $0.failures[failure] }.first
  }
}
