import HTTPMessages
import Transcript
import Vocabulary

extension NextAction {
  /// That the secret was encoded, where a server that does not decode it would read another one.
  ///
  /// RFC 6749 §2.3.1 wants client id and secret form-encoded within the Basic header.
  static func encodedSecret(_ run: RunPlace) -> [Suggestion] {
    guard let client = run.client, let secret = client.secret,
      run.server?.clientAuthentication == .header,
      [client.identifier, secret.value].contains(where: { Form.encode($0) != $0 })
    else { return [] }
    return [
      Suggestion(
        "Client id or secret have characters that were encoded within the Basic header, as RFC 6749 §2.3.1 wants "
          + "it. A server that does not decode them needs the secret in the body: start again",
        .start,
        "\(Option.clientAuthentication.name) \(ClientAuthentication.body.rawValue)")
    ]
  }

  /// The other way to send the secret, where the server lists one (RFC 8414 §2).
  ///
  /// RFC 6749 §5.2: `invalid_client` also stands for a way that is not the client's.
  static func otherAuthentication(_ run: RunPlace) -> [Suggestion] {
    run.server?.otherSecretMethods.prefix(1).map { method in
      Suggestion(
        "The server also takes \(method.rawValue). If the client is registered for it, start again",
        .start,
        "\(Option.clientAuthentication.name) \(method.rawValue)")
    } ?? []
  }
}
