import HTTPMessages
import Vocabulary

extension TokenRequest {
  /// How the client authenticates here, where that is not the usual way, and how else it could.
  var authenticationNotes: [Note] {
    guard client.applicationType.isConfidential, server.clientAuthentication != .none else {
      return withoutSecret.map { [.remark($0)] } ?? []
    }
    return [bodyWanted, unlisted, otherMethods].compactMap(\.self).map(Note.remark)
  }

  /// A way that was chosen although the server's description does not have it.
  private var unlisted: String? {
    let (way, methods) = (server.clientAuthentication, server.support?.clientAuthenticationMethods)
    guard let methods, !methods.contains(way.rawValue) else { return nil }
    return
      "\(server.name) does not list \(way.rawValue). It lists: \(methods.joined(separator: ", "))."
  }

  /// What a client without a secret, or one that keeps it to itself, has to know of this server.
  private var withoutSecret: String? {
    if let words = server.words(on: .missingSecret) { return words }
    guard client.applicationType.isConfidential else {
      let methods = server.support?.clientAuthenticationMethods
      guard let methods, !methods.contains(ClientAuthentication.none.rawValue) else { return nil }
      return
        "\(server.name) does not list none among its ways to authenticate a client, so it may refuse "
        + "a client without a secret (RFC 8414 §2)."
    }
    return
      "The way to authenticate is none: the client only names itself, and its secret is not sent."
  }

  private var bodyWanted: String? {
    guard server.clientAuthentication == .body else { return nil }
    return
      "\(server.name) wants the secret in the body. RFC 6749 §2.3.1 prefers the Basic header, which every "
      + "server has to understand, and forbids the secret in a URL."
  }

  /// RFC 6749 §2.3.1 lets a client use one way only; which one it is registered for, the server knows.
  private var otherMethods: String? {
    let others = server.otherSecretMethods.map(\.rawValue)
    guard !others.isEmpty else { return nil }
    return
      "The secret is sent as \(server.clientAuthentication.rawValue). \(server.name) also takes "
      + "\(others.joined(separator: " and ")). Use the one that the client is registered for: "
      + "--client-auth \(others[0])."
  }

  /// The parameters that the request has besides.
  var parameterNotes: [Note] {
    let separator: [String] =
      scope.map(\.names.count) ?? 0 > 1 && server.scopeSeparator == .comma
      ? ["\(server.name) wants commas between scopes; RFC 6749 §3.3 has spaces."] : []
    let own = ownParameters.map {
      $0.isGiven
        ? "Also sent, as given on the command line: \($0.name)."
        : "\(server.name) also wants the parameter \($0.name)."
    }
    return (separator + own).map(Note.remark)
  }
}
