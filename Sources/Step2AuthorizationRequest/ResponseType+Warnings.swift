extension ResponseType {
  /// What else sending the redirect URI is good for.
  var useOfRedirectURI: String {
    switch self {
    case .code: ", and sending it always lets the server compare it with step 4"
    case .token: ""
    }
  }

  /// What is missing in a request of this type, and what that means.
  var warnings: [String] {
    switch self {
    case .code(.some): []
    case .code(nil):
      [
        "There is no code_challenge. Fitbit lets only a server application leave it out, and then the "
          + "client secret alone decides who may exchange the code. Whoever gets hold of a code can still "
          + "plant it in another session of this app, and the server does not notice (RFC 9700 §4.5). "
          + "state is all that protects the redirect."
      ]
    case .token:
      [
        "Do not build this. The implicit flow is shown so that you recognise it and replace it: "
          + "response_type=token makes the server put the access token itself into an address. RFC 9700 "
          + "§2.1.2 advises against it, and the draft of OAuth 2.1 leaves it out. Use a code with PKCE instead."
      ]
    }
  }
}
