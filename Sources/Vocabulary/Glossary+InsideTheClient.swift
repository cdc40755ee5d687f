extension Glossary {
  static let insideTheClient: [GlossaryEntry] = [
    GlossaryEntry(
      "random_octets", "Bytes from the system's secure generator. Nobody can guess 32 of them.",
      .rfc7636("7.1"), secret: true),
    GlossaryEntry(
      "code_verifier",
      "The secret of this one authorization, new each time: 43 to 128 characters of A-Z a-z 0-9 - . _ ~. It "
        + "stays in the app until step 4.", .rfc7636("4.1"), secret: true),
    GlossaryEntry(
      "verifier_ascii", "The verifier's characters as bytes. These are hashed, nothing else.",
      .rfc7636("4.2"), secret: true),
    GlossaryEntry(
      "sha256_digest",
      "The 32 bytes of the SHA-256 digest, printed here in hexadecimal. Only the bytes go on, never "
        + "this hexadecimal text.", .fips1804("6.2")),
    GlossaryEntry(
      "digest_base64",
      "The same 32 bytes in standard Base64. Not the challenge yet: + and / and = mean something "
        + "else in a URL.", .rfc4648("4")),
    GlossaryEntry(
      "digest_base64url",
      "The same with - for + and _ for /, and without the = at the end: safe in a URL.",
      .rfc4648("5")),
    GlossaryEntry(
      "code_challenge",
      "What goes ahead through the browser in step 2. SHA-256 cannot be reversed, so whoever sees it "
        + "still lacks the verifier.", .rfc7636("4.2")),
    GlossaryEntry(
      "code_challenge_method", "How the challenge was made: S256 is base64url(SHA-256(verifier)).",
      .rfc7636("4.2")),
    GlossaryEntry(
      "authorization_endpoint", "The address of the server's page where the user decides.",
      .rfc6749("3.1")),
    GlossaryEntry(
      "token_endpoint",
      "The address where the app gets tokens.",
      .rfc6749("3.2")),
    GlossaryEntry(
      "client_id", "The app's public name, issued when it was registered.", .rfc6749("2.2")),
    GlossaryEntry(
      "client_secret",
      "The app's password. It proves something only where it stays secret: on a server.",
      .rfc6749("2.3.1"), secret: true),
    GlossaryEntry(
      "application_type", "How the app was registered; it decides how the app authenticates.",
      .rfc6749("2.1")),
    GlossaryEntry(
      "redirect_uri", "The app's address, to which the browser is sent back.", .rfc6749("3.1.2")),
    GlossaryEntry("scope", "The data that the app asks for.", .rfc6749("3.3")),
    GlossaryEntry(
      "prompt", "Pages to show even if they are not needed.", .openIDConnect("3.1.2.1")),
    GlossaryEntry(
      "state", "An unguessable value, made for this one authorization and kept by the app.",
      .rfc6749("10.12")),
    GlossaryEntry(
      "authorization_request", "The URL that the app opens in the browser.", .rfc6749("3.1")),
    GlossaryEntry(
      "redirect", "The URL to which the server sent the browser back.", .rfc6749("3.1.2"),
      secret: true),
    GlossaryEntry(
      "expected_state", "The state that this app sent in step 2.", .rfc6749("10.12")),
    GlossaryEntry(
      "received_state", "The state that came back with the redirect.", .rfc6749("10.12")),
    GlossaryEntry(
      "state_verdict",
      "Only if the two are equal does this redirect answer the request that this app sent from this "
        + "browser. Compared in constant time: a precaution of this program, so that the time taken tells nothing.",
      .rfc9700("4.7.1")),
    GlossaryEntry(
      "code", "The authorization code, worth tokens to whoever also has the verifier.",
      .rfc6749("1.3.1"), secret: true),
    GlossaryEntry(
      "access_token", "The token that opens the user's data.", .rfc6749("1.4"), secret: true),
    GlossaryEntry(
      "refresh_token", "The token that gets the next pair.", .rfc6749("1.5"), secret: true),
    GlossaryEntry(
      "requested_lifetime", "How many seconds the app would like its token to live.",
      .rfc6749("3.1")),
    GlossaryEntry(
      "endpoint", "The address where the server tells about tokens.", .rfc7662("2"),
      of: "introspection-request"),
    GlossaryEntry(
      "endpoint", "The address where the server ends tokens.", .rfc7009("2"),
      of: "revocation-request"),
    GlossaryEntry(
      "api_endpoint", "The address of the user's data at the API.", .rfc6749("7"), seenBy: api),
    GlossaryEntry(
      "effect", "What follows from the answer.", .rfc7009("2.2")),
    GlossaryEntry(
      "client_authentication", "How the token endpoint knows which app is calling.",
      .rfc6749("3.2.1")),
    GlossaryEntry(
      "requested_scope", "The scopes that step 2 asked for.", .rfc6749("3.3")),
    GlossaryEntry(
      "granted_scope",
      "The scopes that the user granted. A refresh may ask for fewer of them, never for more.",
      .rfc6749("6")),
    GlossaryEntry(
      "scope_not_granted",
      "Asked for in step 2 but not granted: the user may untick any scope, and the app must work "
        + "without it.", .rfc6749("3.3")),
    GlossaryEntry(
      "scope_not_requested", "Granted though step 2 did not ask for it.", .rfc6749("3.3")),
    GlossaryEntry(
      "received_at",
      "When the answer arrived. The lifetime counts from when the server made it, a little earlier.",
      .rfc6749("5.1")),
    GlossaryEntry(
      "expires_at",
      "received_at + expires_in: when the access token ends at the latest. Get a new one some seconds before.",
      .rfc6749("5.1")),
    GlossaryEntry(
      "expected_issuer", "The issuer identifier of the server that was asked.", .rfc9207("2.4")),
    GlossaryEntry(
      "received_issuer", "The server that the redirect says it comes from.", .rfc9207("2")),
    GlossaryEntry(
      "issuer_verdict",
      "Whether the redirect comes from the server that was asked. If not, somebody mixes up two servers.",
      .rfc9207("2.4")),
  ]
}
