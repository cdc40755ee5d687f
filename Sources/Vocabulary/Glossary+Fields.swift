extension Glossary {
  static let requestFields: [GlossaryEntry] = [
    GlossaryEntry("Host", "The server that the request is for.", .rfc9110("7.2")),
    GlossaryEntry(
      "Authorization",
      "Who is calling. Basic: base64 of client_id:client_secret, which hides nothing; TLS does. Bearer: "
        + "the access token itself.",
      .rfc9110("11.6.2"), secret: true),
    GlossaryEntry(
      "Authorization",
      "Bearer and the access token itself: whoever has it, may call. RFC 6750 wants it here, and not in a URL.",
      .rfc6750("2.1"), secret: true, of: "resource-request"),
    GlossaryEntry(
      "Authorization",
      "Basic and base64 of client_id:client_secret, each form-encoded first. That hides nothing; TLS does.",
      .rfc6749("2.3.1"), secret: true, of: "token-request"),
    GlossaryEntry(
      "Authorization",
      "Basic and base64 of client_id:client_secret, each form-encoded first. That hides nothing; TLS does.",
      .rfc6749("2.3.1"), secret: true, of: "refresh-request"),
    GlossaryEntry(
      "Content-Type", "How the body is written: as a form. A JSON body would be refused.",
      .rfc6749("Appendix B")),
    GlossaryEntry("Accept", "The answer shall be JSON.", .rfc9110("12.5.1")),
    GlossaryEntry("Content-Length", "How many bytes the body has.", .rfc9110("8.6")),
    GlossaryEntry(
      "User-Agent", "Which program asks; the same for every user.", .rfc9110("10.1.5")),
    GlossaryEntry(
      "Accept-Encoding", "identity: the answer shall come as it is, and not compressed.",
      .rfc9110("12.5.3")),
    GlossaryEntry(
      "Accept-Language", "The language for texts that a person reads.", .rfc9110("12.5.4")),
    GlossaryEntry(
      "Connection", "keep-alive: the next request may use the same connection.", .rfc9110("7.6.1")),
  ]

  static let responseFields: [GlossaryEntry] = [
    GlossaryEntry("Date", "When the server made this answer.", .rfc9110("6.6.1")),
    GlossaryEntry(
      "Location", "Where the browser goes next: the redirect URI with the answer in its query.",
      .rfc9110("10.2.2"), secret: true),
    GlossaryEntry(
      "Location",
      "Another address, which the app does not follow: it would take its secrets there.",
      .rfc9110("10.2.2"), secret: true, of: "token-response"),
    GlossaryEntry(
      "Location",
      "Another address, which the app does not follow: it would take its secrets there.",
      .rfc9110("10.2.2"), secret: true, of: "refresh-response"),
    GlossaryEntry(
      "Location",
      "Another address, which the app does not follow: it would take its secrets there.",
      .rfc9110("10.2.2"), secret: true, of: "introspection-response"),
    GlossaryEntry(
      "Location",
      "Another address, which the app does not follow: it would take its secrets there.",
      .rfc9110("10.2.2"), secret: true, of: "revocation-response"),
    GlossaryEntry(
      "Location",
      "Another address, which the app does not follow: it would take its secrets there.",
      .rfc9110("10.2.2"), secret: true, of: "resource-response"),
    GlossaryEntry(
      "Content-Type", "What the body is written in.", .rfc9110("8.3")),
    GlossaryEntry(
      "Content-Type", "What the body is written in: a token response is JSON.", .rfc6749("5.1"),
      of: "token-response"),
    GlossaryEntry(
      "Content-Type", "What the body is written in: a token response is JSON.", .rfc6749("5.1"),
      of: "refresh-response"),
    GlossaryEntry(
      "Content-Type", "What the body is written in: an answer about a token is JSON.",
      .rfc7662("2.2"), of: "introspection-response"),
    GlossaryEntry(
      "Content-Type", "What the body is. A server describes itself in JSON.", .rfc8414("3.2"),
      of: "metadata-response"),
    GlossaryEntry("Content-Length", "How many bytes the body has.", .rfc9110("8.6")),
    GlossaryEntry(
      "Cache-Control", "Who may keep a copy of the answer; no-store: no cache.",
      .rfc9111("5.2.2.5")),
    GlossaryEntry(
      "Cache-Control", "no-store: no cache may keep a copy of the tokens.", .rfc6749("5.1"),
      of: "token-response"),
    GlossaryEntry(
      "Cache-Control", "no-store: no cache may keep a copy of the tokens.", .rfc6749("5.1"),
      of: "refresh-response"),
    GlossaryEntry(
      "Cache-Control", "Who may keep a copy of the description, and for how long.",
      .rfc9111("5.2"), of: "metadata-response"),
    GlossaryEntry(
      "Pragma",
      "no-cache: RFC 6749 wants it beside Cache-Control, though for an answer it was never specified.",
      .rfc9111("5.4")),
    GlossaryEntry(
      "WWW-Authenticate", "Which kind of authentication the server expects.", .rfc9110("11.6.1")),
    GlossaryEntry(
      "Retry-After", "How many seconds to wait before the next try, or until when.",
      .rfc9110("10.2.3")),
    GlossaryEntry(
      "Vary", "Which fields of the request the answer depends on.", .rfc9110("12.5.5")),
    GlossaryEntry("Connection", "close: this was the last answer.", .rfc9110("7.6.1")),
    GlossaryEntry("Allow", "Which methods the address answers.", .rfc9110("10.2.1")),
    GlossaryEntry(
      "Set-Cookie", "Tells this browser from others, so that no other can answer its consent page.",
      .rfc6265("4.1")),
    GlossaryEntry(
      "Content-Security-Policy",
      "The page runs no script, loads nothing from elsewhere, and may not be shown inside another page.",
      .rfc9700("4.16")),
    GlossaryEntry("X-Frame-Options", "The same about framing, for old browsers.", .rfc9700("4.16")),
    GlossaryEntry(
      "Referrer-Policy", "The browser tells no other site where it came from.", .rfc9700("4.2.4")),
    GlossaryEntry(
      "X-Content-Type-Options", "The browser takes the body for what Content-Type says.",
      .rfc9110("8.3")),
    GlossaryEntry("Server", "The software that answered.", .rfc9110("10.2.4")),
    GlossaryEntry("Age", "For how many seconds a cache has had this response.", .rfc9111("5.1")),
    GlossaryEntry(
      "Expires", "When a cache must no longer use the response; Cache-Control takes precedence.",
      .rfc9111("5.3")),
    GlossaryEntry(
      "Warning", "Obsolete: a note of a cache about the response.", .rfc9111("5.5")),
    GlossaryEntry(
      "ETag", "Identifies this version of the content, for a later conditional request.",
      .rfc9110("8.8.3")),
    GlossaryEntry(
      "Last-Modified", "When the server believes that the content last changed.",
      .rfc9110("8.8.2")),
    GlossaryEntry(
      "Content-Encoding", "How the content is compressed; it is undone to read it.",
      .rfc9110("8.4")),
    GlossaryEntry(
      "Content-Language", "The language of the readers that the content is for.",
      .rfc9110("8.5")),
    GlossaryEntry(
      "Content-Location", "The URL of this content, if it has one of its own.", .rfc9110("8.7")),
    GlossaryEntry(
      "Content-Range", "Which part of the content this is.", .rfc9110("14.4")),
    GlossaryEntry(
      "Accept-Ranges", "Whether parts of the content can be requested.", .rfc9110("14.3")),
    GlossaryEntry(
      "Via", "The intermediaries that forwarded the response.", .rfc9110("7.6.3")),
    GlossaryEntry(
      "Upgrade", "Other protocols that the server could use on this connection.",
      .rfc9110("7.8")),
    GlossaryEntry(
      "Trailer", "Header fields that are sent after the content.", .rfc9110("6.6.2")),
    GlossaryEntry(
      "Proxy-Authenticate", "Which kind of authentication a proxy expects.", .rfc9110("11.7.1")),
    GlossaryEntry(
      "Authentication-Info", "More about an authentication that succeeded.",
      .rfc9110("11.6.3")),
    GlossaryEntry(
      "Transfer-Encoding", "chunked: the body is sent in pieces, each after its length.",
      .rfc9112("6.1")),
    GlossaryEntry(
      "Strict-Transport-Security",
      "From now on the browser uses only HTTPS with this host: for max-age seconds.",
      .rfc6797("6.1")),
  ]
}
