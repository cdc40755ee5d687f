extension Glossary {
  static let insideTheClient: [GlossaryEntry] = [
    GlossaryEntry(
      "random_octets",
      "Bytes from the system's secure generator. An attacker cannot guess 32 of them.",
      .rfc7636("7.1"), secret: true),
    GlossaryEntry(
      "code_verifier",
      "The secret of this transaction, new each time: 43 to 128 characters of A-Z a-z 0-9 - . _ ~. "
        + "It stays in the client until step 4.", .rfc7636("4.1"), secret: true),
    GlossaryEntry(
      "verifier_ascii", "The verifier as bytes. The client hashes exactly these bytes.",
      .rfc7636("4.2"), secret: true),
    GlossaryEntry(
      "sha256_digest",
      "The 32 bytes of the SHA-256 digest in hexadecimal. The next values are computed from the "
        + "bytes, not from this text.", .fips1804("6.2")),
    GlossaryEntry(
      "digest_base64",
      "The same bytes in standard Base64. Not the challenge yet: + / = have other meanings in "
        + "URLs.",
      .rfc4648("4")),
    GlossaryEntry(
      "digest_base64url",
      "The same with - for + and _ for /, without the final =: safe in a URL.", .rfc4648("5")),
    GlossaryEntry(
      "code_challenge",
      "The digest of the verifier, sent through the browser in step 2.", .rfc7636("4.2")),
    GlossaryEntry(
      "code_challenge_method",
      "How the challenge was computed: S256 is base64url(SHA-256(verifier)).",
      .rfc7636("4.2")),
    GlossaryEntry(
      "authorization_endpoint", "The URL where the user grants or denies access.",
      .rfc6749("3.1")),
    GlossaryEntry("token_endpoint", "The URL where the client gets tokens.", .rfc6749("3.2")),
    GlossaryEntry(
      "client_id", "The client's public identifier, issued at registration.", .rfc6749("2.2")),
    GlossaryEntry(
      "client_secret",
      "The client's password. It identifies the client only while it stays secret, so only a "
        + "server can keep it.",
      .rfc6749("2.3.1"), secret: true),
    GlossaryEntry(
      "application_type", "The registered type. It decides how the client authenticates.",
      .rfc6749("2.1")),
    GlossaryEntry(
      "redirect_uri", "The client's URI, to which the server sends the browser back.",
      .rfc6749("3.1.2")),
    GlossaryEntry("scope", "The requested scopes.", .rfc6749("3.3")),
    GlossaryEntry(
      "prompt", "Pages to show even if they are not needed.", .openIDConnect("3.1.2.1")),
    GlossaryEntry(
      "state", "An unguessable value for this transaction, stored by the client.",
      .rfc6749("10.12")),
    GlossaryEntry(
      "authorization_request", "The URL that the client opens in the browser.", .rfc6749("3.1")),
    GlossaryEntry(
      "redirect", "The URL to which the server sent the browser back.", .rfc6749("3.1.2"),
      secret: true),
    GlossaryEntry(
      "expected_state", "The state that this client sent in step 2.", .rfc6749("10.12")),
    GlossaryEntry("received_state", "The state in the redirect.", .rfc6749("10.12")),
    GlossaryEntry(
      "state_verdict",
      "Whether the received state equals the one sent. If so, the redirect answers this client's "
        + "request from this browser. The comparison takes constant time, as a precaution.",
      .rfc9700("4.7.1")),
    GlossaryEntry(
      "code", "The authorization code, which the client exchanges for tokens.", .rfc6749("1.3.1"),
      secret: true),
    GlossaryEntry(
      "access_token", "The token that gives access to the data.", .rfc6749("1.4"), secret: true),
    GlossaryEntry(
      "refresh_token",
      "The token that the client exchanges for new tokens.", .rfc6749("1.5"), secret: true),
    GlossaryEntry(
      "requested_lifetime", "The requested lifetime of the token in seconds.", .rfc6749("3.1")),
    GlossaryEntry(
      "endpoint", "The URL where the server describes tokens.", .rfc7662("2"),
      of: "introspection-request"),
    GlossaryEntry(
      "endpoint", "The URL where the server revokes tokens.", .rfc7009("2"),
      of: "revocation-request"),
    GlossaryEntry(
      "api_endpoint", "The API's URL for the user's data.", .rfc6749("7"), seenBy: api),
    GlossaryEntry("effect", "The consequence of the response.", .rfc7009("2.2")),
    GlossaryEntry(
      "client_authentication", "How the token endpoint identifies the client.",
      .rfc6749("3.2.1")),
    GlossaryEntry("requested_scope", "The scopes that step 2 requested.", .rfc6749("3.3")),
    GlossaryEntry(
      "granted_scope",
      "The scopes that the user granted. A refresh may request fewer, never more.",
      .rfc6749("6")),
    GlossaryEntry(
      "scope_not_granted",
      "Requested in step 2 but not granted. The client must work without it.", .rfc6749("3.3")),
    GlossaryEntry(
      "scope_not_requested", "Granted although step 2 did not request it.", .rfc6749("3.3")),
    GlossaryEntry(
      "received_at",
      "When the response arrived. The lifetime starts slightly earlier, when the server created "
        + "the response.",
      .rfc6749("5.1")),
    GlossaryEntry(
      "expires_at",
      "received_at + expires_in: the latest time at which the access token expires. Get a new one "
        + "some seconds earlier.", .rfc6749("5.1")),
    GlossaryEntry(
      "expected_issuer",
      "The issuer identifier of the server that received the authorization "
        + "request.", .rfc9207("2.4")),
    GlossaryEntry("received_issuer", "The server that the redirect names.", .rfc9207("2")),
    GlossaryEntry(
      "issuer_verdict",
      "Whether the redirect is from the server that received the authorization request. If not, "
        + "it may be a mix-up attack.",
      .rfc9207("2.4")),
  ]
}
