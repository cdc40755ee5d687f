/// What holds at one server and nowhere else, in words: said there, and only there.
///
/// It lives with the server's other data. Where a server has no words of its own, the general ones stand.
public struct ServerHabits: Sendable {
  /// A sentence of a step, which a server may have reason to say in its own way.
  public enum Topic: Hashable, Sendable {
    /// Why the request of step 2 has a state and a redirect URI.
    case stateAndRedirectURI
    /// What a request without a code challenge relies on.
    case missingChallenge
    /// The fragment `_=_` behind a redirect.
    case redirectFragment
    /// What a token of the app's own is for.
    case ownToken
    /// Why a client without its secret is refused, although its type needs none.
    case missingSecret
    /// Why the parameters of step 4 stand in the body.
    case formInBody
    /// How to save the tokens of a response.
    case savingTokens
    /// Why there is no refresh token, and how to get one.
    case missingRefreshToken
    /// What follows a refresh, said before it and after it.
    case refreshing, refreshed
    /// What else ends with a revoked token.
    case revoking
    /// What a request for introspection has to show.
    case introspecting
  }

  /// The name of the server.
  public let server: String
  /// What it adds to the glossary, or says differently.
  let glossary: GlossaryLayer
  let words: [Topic: String]
  /// The scope that the profile needs; `nil` if that is not known.
  let profileScope: String?
  /// Whether it is documented that with one token all end that the user gave the app.
  let endsAllTokensAtOnce: Bool
  /// Why a failure matters, by the kind of failure.
  let failures: [StepFailure.Reason: SourcedText]

  init(
    of server: String, glossary: GlossaryLayer, words: [Topic: String] = [:],
    failures: [StepFailure.Reason: SourcedText] = [:], endsAllTokensAtOnce: Bool = false,
    profileScope: String? = nil
  ) {
    self.profileScope = profileScope
    self.endsAllTokensAtOnce = endsAllTokensAtOnce
    self.server = server
    self.glossary = glossary
    self.words = words
    self.failures = failures
  }

  /// The habits of all servers that have some; the practice server's go before those that it imitates.
  public static let all = [practice, fitbit, googleHealth]
}

extension AuthorizationServer {
  /// The habits that are known of the server; those of Fitbit also where it behaves like Fitbit's.
  public var habits: [ServerHabits] {
    ServerHabits.all.filter {
      $0.server == name || followsFitbitsGuide && $0.server == Self.fitbit.name
    }
  }

  /// The server's own words; `nil` if the general ones hold here.
  public func words(on topic: ServerHabits.Topic) -> String? {
    habits.lazy.compactMap { $0.words[topic] }.first
  }

  /// The scope that the profile needs; `nil` if that is not known.
  public var profileScope: String? { habits.lazy.compactMap(\.profileScope).first }

  /// Whether one revoked token ends all that the user gave the app: RFC 7009 §2.1 leaves it to the server.
  public var endsAllTokensAtOnce: Bool { habits.contains(where: \.endsAllTokensAtOnce) }

  /// The server's own reason why a failure matters; `nil` if the general one holds here.
  public func reason(for failure: StepFailure.Reason) -> SourcedText? {
    habits.lazy.compactMap { $0.failures[failure] }.first
  }
}
