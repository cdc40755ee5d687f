extension Glossary {
  /// Metadata about authorization requests that the client sends to the server first: RFC 9126.
  static let pushedRequests = [
    GlossaryEntry(
      "require_pushed_authorization_requests",
      "Whether the server takes an authorization request only if the client sent it to the server first. "
        + "Without it: no.", .rfc9126("5"))
  ]
}
