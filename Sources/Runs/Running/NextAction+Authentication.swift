import HTTPMessages
import Transcript
import Vocabulary

extension NextAction {
  /// Suggests the body if the secret was encoded and a server might not decode it.
  ///
  /// Both are form-encoded before HTTP Basic authentication (RFC 6749 §2.3.1).
  static func encodedSecret(_ run: RunPlace) -> [Suggestion] {
    guard let client = run.client, let secret = client.secret,
      run.server?.clientAuthentication == .header,
      [client.identifier, secret.value].contains(where: { Form.encode($0) != $0 })
    else { return [] }
    return [
      Suggestion(
        "RFC 6749 §2.3.1 form-encodes the client ID and secret before HTTP Basic, and that "
          + "changed at least one. If the server does not decode them, send the secret in the "
          + "body: start again",
        .start,
        "\(Option.clientAuthentication.name) \(ClientAuthentication.body.rawValue)")
    ]
  }

  /// Suggests another authentication method if the server lists one (RFC 8414 §2).
  ///
  /// `invalid_client` also means an unsupported authentication method (RFC 6749 §5.2).
  static func otherAuthentication(_ run: RunPlace) -> [Suggestion] {
    run.server?.otherSecretMethods.prefix(1).map { method in
      Suggestion(
        "The server also accepts \(method.rawValue). If the client is registered for it, start "
          + "again",
        .start,
        "\(Option.clientAuthentication.name) \(method.rawValue)")
    } ?? []
  }
}
