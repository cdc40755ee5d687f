import Vocabulary

/// An authorization request that passed every check.
struct ValidAuthorizationRequest: Codable, Hashable, Sendable {
  /// The value that the response contains.
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
  /// Whether the client requested the response in the fragment, or `nil` for the default.
  var usesFragment: Bool?
  /// The lifetime of an implicit token in seconds.
  let lifetime: Int64?

  /// Whether the response is in the fragment: by default for a token, not for a code.
  var respondsInFragment: Bool { usesFragment ?? (responseType == .token) }

  /// Whether the client requested this page in `prompt`, which may name several.
  func prompts(for page: String) -> Bool {
    prompt?.split(separator: " ").contains { $0 == page } ?? false
  }
}
