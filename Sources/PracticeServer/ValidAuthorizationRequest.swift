import Vocabulary

/// An authorization request that passed every check.
struct ValidAuthorizationRequest: Codable, Hashable, Sendable {
  /// What comes back through the browser.
  enum ResponseType: String, Codable, Hashable, Sendable {
    case code, token
  }

  let client: String
  let responseType: ResponseType
  let redirectURI: String
  let namedRedirectURI: Bool
  let scope: String
  let state: String?
  let challenge: String?
  let method: String?
  let prompt: String?
  /// Whether the answer comes in the fragment; `nil` for the usual place of its type.
  var usesFragment: Bool?
  /// The lifetime of an implicit token in seconds.
  let lifetime: Int64?

  /// Where the answer goes: into the query for a code, unless the app asked for the fragment.
  var respondsInFragment: Bool { usesFragment ?? (responseType == .token) }

  /// Whether the app wants this page even if it is not needed: `prompt` may name two.
  func prompts(for page: String) -> Bool {
    prompt?.split(separator: " ").contains { $0 == page } ?? false
  }
}
