import Vocabulary

extension Flow {
  /// What the flow is about, before its first step, a paragraph each.
  func introduction(server: String) -> [String] {
    switch self {
    case .pkce: [Self.goal(server)]
    case .code:
      [
        Self.goal(server),
        "This is the flow as it was before PKCE. It has no step 1: the app makes no code verifier, and its "
          + "client secret alone says who exchanges the code. The other steps have the same numbers.",
      ]
    case .implicit:
      [
        "This flow is taught to be recognised and replaced, not to be built. An app without a secret asks for "
          + "the access token itself, and \(server) puts it into the address that the browser goes to. "
          + "It has two steps only, 2 and 3: there is nothing to exchange.",
        "Where you meet it, replace it by the authorization code flow with PKCE, which needs no secret either.",
      ]
    case .clientCredentials:
      [
        "An app wants something at \(server) that belongs to itself, not to a user. Nobody has to be asked, so "
          + "there is no browser and no consent: of the five steps only 4 and 5 are left. At Fitbit this is for "
          + "business partners, and opens no user's data."
      ]
    }
  }

  private static func goal(_ server: String) -> String {
    "An app wants to read a user's data at \(server) without ever seeing the user's password. "
      + "The user approves on \(server)'s own page, in a browser, and the app gets a token that "
      + "opens just what was approved. The authorization server is \(server), the client is "
      + "the app."
  }
}
