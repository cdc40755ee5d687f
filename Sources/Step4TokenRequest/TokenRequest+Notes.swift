public import HTTPMessages
public import Vocabulary

extension TokenRequest {
  /// What differs between the application types and the grants.
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
        "A redirect URI on the user's machine belongs to an app that cannot keep a secret (RFC 6749 §2.1, RFC 8252 "
          + "§8.5): register it as a public client. Lesson 4 explains why."
      )
    ]
  }

  private var grantNotes: [Note] {
    switch grant {
    case .clientCredentials:
      [
        .remark(
          "Only a server application may do this: it is the one that has a secret. To ask a user for data, "
            + "use one of the flows with a browser.")
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
      ? "This is a server application: the secret says which app is calling, the verifier that it is "
        + "the one that began. A client or personal application sends the same body without the "
        + "Authorization header: a secret inside an app that everybody can take apart is none, and "
        + "the verifier does without. Try --app-type client."
      : "This is \(client.applicationType.meaning). A server application also sends an Authorization "
        + "header with its secret: try --app-type server."
  }

  private var withoutVerifier: String {
    "There is no code_verifier. The secret says which app is calling, and nothing says that this code was "
      + "issued to the session that sends it: a stolen code can be planted in another session of the same "
      + "app. With PKCE both questions have an answer (RFC 9700 §2.1.1)."
  }

  private var inTheBody: String {
    let values =
      if case .authorizationCode(_, verifier: nil, _) = grant { "a code" } else {
        "a code and a verifier"
      }
    let opening =
      server.words(on: .formInBody) ?? "These parameters belong in the body, not in the query"
    return opening + ": a URL with \(values) in it would stand in server logs."
  }
}
