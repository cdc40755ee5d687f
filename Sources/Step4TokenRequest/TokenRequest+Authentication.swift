import HTTPMessages
import Vocabulary

extension TokenRequest {
  /// The notes on an unusual authentication method, and on the other methods of the server.
  var authenticationNotes: [Note] {
    guard client.applicationType.isConfidential, server.clientAuthentication != .none else {
      return withoutSecret.map { [.remark($0)] } ?? []
    }
    return [secretInBody, unlisted, otherMethods].compactMap(\.self).map(Note.remark)
  }

  /// The note on a method that the server's metadata does not list.
  private var unlisted: String? {
    let (method, methods) = (
      server.clientAuthentication, server.support?.clientAuthenticationMethods
    )
    guard let methods, !methods.contains(method.rawValue) else { return nil }
    return
      "\(server.name) does not list \(method.rawValue). It lists: \(methods.joined(separator: ", "))."
  }

  /// The note for a client that sends no secret to this server, or `nil`.
  private var withoutSecret: String? {
    if let words = server.words(on: .missingSecret) { return words }
    guard client.applicationType.isConfidential else {
      let methods = server.support?.clientAuthenticationMethods
      guard let methods, !methods.contains(ClientAuthentication.none.rawValue) else { return nil }
      return
        "\(server.name) does not list none as an authentication method, so it may reject a client without "
        + "a secret (RFC 8414 §2)."
    }
    return
      "Without client authentication, the client sends its client ID but not its secret."
  }

  private var secretInBody: String? {
    guard server.clientAuthentication == .body else { return nil }
    return
      "\(server.name) expects the secret in the body. RFC 6749 §2.3.1 prefers HTTP Basic authentication, which "
      + "every server must support, and forbids the secret in a URL."
  }

  /// The note on other methods: a client uses the one it is registered for (RFC 6749 §2.3).
  private var otherMethods: String? {
    let others = server.otherSecretMethods.map(\.rawValue)
    guard !others.isEmpty else { return nil }
    return
      "The secret is sent as \(server.clientAuthentication.rawValue). \(server.name) also accepts "
      + "\(others.joined(separator: " and ")). Use the one that the client is registered for: "
      + "--client-auth \(others[0])."
  }

  /// The notes on the separator of scopes and on extra parameters.
  var parameterNotes: [Note] {
    let separator: [String] =
      scope.map(\.names.count) ?? 0 > 1 && server.scopeSeparator == .comma
      ? ["\(server.name) expects commas between scopes. RFC 6749 §3.3 requires spaces."] : []
    let own = ownParameters.map {
      $0.isGiven
        ? "Also sent, as given on the command line: \($0.name)."
        : "\(server.name) also requires the parameter \($0.name)."
    }
    return (separator + own).map(Note.remark)
  }
}
