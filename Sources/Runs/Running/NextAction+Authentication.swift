import Transcript
import Vocabulary

extension NextAction {
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
