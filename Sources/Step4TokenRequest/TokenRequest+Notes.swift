public import HTTPMessages
public import Vocabulary

extension TokenRequest {
  /// Returns the notes on the grant, the application type, and client authentication.
  public func notes(on request: HTTPRequest) -> [Note] {
    grantNotes + installedSecretNotes + authenticationNotes + parameterNotes
  }

  /// The warning about a secret that an installed app would have to keep.
  private var installedSecretNotes: [Note] {
    guard client.applicationType.isConfidential, server.clientAuthentication != .none,
      case .authorizationCode(_, _, let redirectURI) = grant, redirectURI.isOnUsersMachine
    else { return [] }
    return [
      .notice(
        "A redirect URI on the user's machine belongs to an app that cannot keep a secret "
          + "(RFC 6749 §2.1, RFC 8252 §8.5): register it as a public client. Lesson 4 explains "
          + "why."
      )
    ]
  }

  private var grantNotes: [Note] {
    switch grant {
    case .clientCredentials:
      [
        .remark(
          "This grant requires a client secret, which only a server application must have. For a "
            + "user's data, use a flow with a browser.")
      ]
    case .authorizationCode(_, verifier: nil, _):
      [.remark(withoutVerifier), .remark(inTheBody)]
    case .authorizationCode(_, verifier: .some, _), .refreshToken:
      (server.clientAuthentication == .none ? [] : [.remark(applicationTypes)])
        + [.remark(inTheBody)]
    }
  }

  private var applicationTypes: String {
    client.applicationType.isConfidential
      ? "The secret proves which client is calling. The verifier proves that this client started "
        + "the transaction. Client and personal applications send no secret: a secret shipped "
        + "inside an app is not secret, and PKCE works without one. Try --app-type client."
      : "This is \(client.applicationType.meaning). A server application also sends its secret in "
        + "the Authorization header field: try --app-type server."
  }

  private var withoutVerifier: String {
    "There is no code_verifier. The secret proves which client is calling, but nothing proves "
      + "that the code was issued in this transaction. With PKCE, the verifier proves that "
      + "(RFC 9700 §2.1.1)."
  }

  private var inTheBody: String {
    let values =
      if case .authorizationCode(_, verifier: nil, _) = grant { "the code" } else {
        "code and verifier"
      }
    let opening =
      server.words(on: .formInBody) ?? "These parameters belong in the body, not in the query"
    return opening + ": in a URL, server logs would contain \(values)."
  }
}
