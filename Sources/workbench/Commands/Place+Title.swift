import Vocabulary

extension Place {
  /// The heading above the glossary's entries for this place.
  var title: String {
    switch self {
    case .word: "Words"
    case .insideTheClient: "Values inside the client"
    case .authorizationRequest: "Parameters of the authorization request (step 2)"
    case .authorizationResponse: "Parameters of the authorization response (step 3)"
    case .implicitResponse: "Parameters of the implicit authorization response (step 3)"
    case .tokenRequest: "Parameters of the token request (step 4)"
    case .tokenResponse: "Members of the token response (step 5)"
    case .tokenUseRequest: "Parameters of requests about a token"
    case .tokenUseResponse: "Members of responses about a token"
    case .metadata: "Members of a server's metadata"
    case .requestField: "Header fields of requests"
    case .responseField: "Header fields of responses"
    }
  }
}
