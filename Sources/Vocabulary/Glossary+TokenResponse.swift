extension Glossary {
  static let tokenResponse: [GlossaryEntry] = [
    GlossaryEntry(
      "access_token",
      "Opens the data that it stands for, to whoever holds it. Opaque: what is inside is the server's "
        + "business.",
      .rfc6749("1.4"), secret: true),
    GlossaryEntry(
      "token_type", "How to present the access token: Bearer means Authorization: Bearer TOKEN.",
      .rfc6749("7.1")),
    GlossaryEntry(
      "expires_in", "How many seconds the access token lives, counted from this answer.",
      .rfc6749("5.1")),
    GlossaryEntry(
      "refresh_token",
      "Gets the next pair when the access token has expired. At Fitbit it works once: save the new "
        + "pair before using it.", .rfc6749("1.5"), secret: true),
    GlossaryEntry(
      "scope", "What the user really granted. It may be less than the app asked for.",
      .rfc6749("5.1")),
    GlossaryEntry(
      "user_id", "Fitbit's identifier of the user who consented; not part of OAuth.",
      .fitbitGuide(step: 5)),
    GlossaryEntry(
      "errors", "Fitbit's list of what is wrong, instead of the RFC's error member.",
      .fitbitReference("Error Messages")),
    GlossaryEntry(
      "errors[].errorType", "The kind of error, mostly one of the RFC's words.",
      .fitbitReference("Error Messages")),
    GlossaryEntry(
      "errors[].message", "The error in words, for a developer.",
      .fitbitReference("Error Messages")),
    GlossaryEntry(
      "errors[].fieldName", "The field that the error is about; n/a where there is none.",
      .fitbitReference("Error Messages")),
    GlossaryEntry(
      "success", "Always false in an error; the HTTP status says it too.",
      .fitbitReference("Error Messages")),
    GlossaryEntry(
      "error", "Why there are no tokens, as one of the specified words.", .rfc6749("5.2")),
    GlossaryEntry(
      "error_description", "The same for a developer to read.", .rfc6749("5.2")),
    GlossaryEntry("error_uri", "A page about the error.", .rfc6749("5.2")),
    GlossaryEntry(
      "error.code", "Google's error object: the HTTP status again.",
      .googleReference("Errors")),
    GlossaryEntry(
      "error.message", "Google's error object: the error in words.",
      .googleReference("Errors")),
    GlossaryEntry(
      "error.status", "Google's error object: the kind of error.",
      .googleReference("Errors")),
  ]
}
