extension Glossary {
  static let requestFields: [GlossaryEntry] =
    [
      GlossaryEntry("Host", "The server that the request is for.", .rfc9110("7.2")),
      GlossaryEntry(
        "Authorization",
        "Identifies the caller. Basic is base64 of client_id:client_secret: encoding, not "
          + "encryption. TLS protects it. Bearer: the access token itself.",
        .rfc9110("11.6.2"), secret: true),
      GlossaryEntry(
        "Authorization",
        "Bearer and the access token, which works for any party that has it. Send it here, not in "
          + "a URL.", .rfc6750("2.1"), secret: true, of: "resource-request"),
    ]
    + [
      "token-request", "refresh-request",
    ].map { message in
      GlossaryEntry(
        "Authorization",
        "Basic and base64 of client_id:client_secret, each form-encoded first. That is encoding, "
          + "not encryption; TLS protects it.", .rfc6749("2.3.1"), secret: true, of: message)
    }
    + [
      GlossaryEntry(
        "Content-Type", "The format of the body: a form. The server would reject JSON.",
        .rfc6749("Appendix B")),
      GlossaryEntry("Accept", "Asks for a JSON response.", .rfc9110("12.5.1")),
      GlossaryEntry("Content-Length", "Length of the body in bytes.", .rfc9110("8.6")),
      GlossaryEntry(
        "User-Agent", "The program that sends the request; the same for every user.",
        .rfc9110("10.1.5")),
      GlossaryEntry(
        "Accept-Encoding", "identity: asks for an uncompressed response.", .rfc9110("12.5.3")),
      GlossaryEntry(
        "Accept-Language", "The language for texts that people read.", .rfc9110("12.5.4")),
      GlossaryEntry(
        "Connection", "keep-alive: the next request may use the same connection.",
        .rfc9110("7.6.1")),
    ]

  static let responseFields: [GlossaryEntry] =
    redirectFields + contentFields + cacheFields + connectionFields + pageFields

  private static let redirectFields: [GlossaryEntry] =
    [
      GlossaryEntry("Date", "When the server created this response.", .rfc9110("6.6.1")),
      GlossaryEntry(
        "Location", "Where the browser goes next: the redirect URI with the response.",
        .rfc9110("10.2.2"), secret: true),
    ]
    + [
      "token-response", "refresh-response", "introspection-response", "revocation-response",
      "resource-response",
    ].map { message in
      GlossaryEntry(
        "Location",
        "Another URL. The client does not follow it: that would send the client's secrets there.",
        .rfc9110("10.2.2"), secret: true, of: message)
    }

  private static let contentFields: [GlossaryEntry] =
    [GlossaryEntry("Content-Type", "The format of the body.", .rfc9110("8.3"))]
    + [
      ("token-response", Reference.rfc6749("5.1")), ("refresh-response", .rfc6749("5.1")),
      ("introspection-response", .rfc7662("2.2")), ("metadata-response", .rfc8414("3.2")),
    ].map { message, reference in
      GlossaryEntry(
        "Content-Type", "The format of the body; JSON is expected.", reference, of: message)
    }
    + [
      GlossaryEntry("Content-Length", "Length of the body in bytes.", .rfc9110("8.6")),
      GlossaryEntry(
        "Content-Encoding", "How the content is compressed. The client decompresses it.",
        .rfc9110("8.4")),
      GlossaryEntry("Content-Language", "The language of the intended readers.", .rfc9110("8.5")),
      GlossaryEntry(
        "Content-Location", "The URL of this content, if it has one.", .rfc9110("8.7")),
      GlossaryEntry("Content-Range", "The part of the content in this response.", .rfc9110("14.4")),
      GlossaryEntry(
        "Accept-Ranges", "Whether clients can request parts of the content.", .rfc9110("14.3")),
      GlossaryEntry(
        "ETag", "Identifies this version of the content, for conditional requests.",
        .rfc9110("8.8.3")),
      GlossaryEntry(
        "Last-Modified", "When the server believes the content last changed.",
        .rfc9110("8.8.2")),
    ]

  private static let cacheFields: [GlossaryEntry] =
    [
      GlossaryEntry(
        "Cache-Control", "Which caches may store the response. no-store: none.",
        .rfc9111("5.2.2.5"))
    ]
    + ["token-response", "refresh-response"].map { message in
      GlossaryEntry(
        "Cache-Control", "no-store: no cache may store the tokens.", .rfc6749("5.1"),
        of: message)
    }
    + [
      GlossaryEntry(
        "Cache-Control", "Which caches may store the metadata, and for how long.",
        .rfc9111("5.2"), of: "metadata-response"),
      GlossaryEntry(
        "Pragma",
        "no-cache: RFC 6749 §5.1 requires it in token responses. No specification defines it for "
          + "responses.",
        .rfc9111("5.4")),
      GlossaryEntry("Vary", "The request fields that the response depends on.", .rfc9110("12.5.5")),
      GlossaryEntry(
        "Age", "Estimated seconds since the origin server created or validated the response.",
        .rfc9111("5.1")),
      GlossaryEntry(
        "Expires",
        "When a cached copy becomes stale. max-age in Cache-Control takes precedence.",
        .rfc9111("5.3")),
      GlossaryEntry("Warning", "Obsolete: a cache's note about the response.", .rfc9111("5.5")),
    ]

  private static let connectionFields: [GlossaryEntry] = [
    GlossaryEntry(
      "WWW-Authenticate", "The authentication that the server expects.", .rfc9110("11.6.1")),
    GlossaryEntry(
      "Retry-After", "When to try again: in seconds, or a date.", .rfc9110("10.2.3")),
    GlossaryEntry("Connection", "close: this was the last response.", .rfc9110("7.6.1")),
    GlossaryEntry("Allow", "The methods that the URL supports.", .rfc9110("10.2.1")),
    GlossaryEntry("Server", "The software that responded.", .rfc9110("10.2.4")),
    GlossaryEntry("Via", "The intermediaries that forwarded the response.", .rfc9110("7.6.3")),
    GlossaryEntry(
      "Upgrade", "Other protocols that the server supports on this connection.",
      .rfc9110("7.8")),
    GlossaryEntry("Trailer", "Fields that are sent after the content.", .rfc9110("6.6.2")),
    GlossaryEntry(
      "Proxy-Authenticate", "The authentication that a proxy expects.", .rfc9110("11.7.1")),
    GlossaryEntry(
      "Authentication-Info", "Details of a successful authentication.", .rfc9110("11.6.3")),
    GlossaryEntry(
      "Transfer-Encoding", "chunked: the body is sent in pieces, each after its length.",
      .rfc9112("6.1")),
  ]

  private static let pageFields: [GlossaryEntry] = [
    GlossaryEntry(
      "Set-Cookie",
      "Identifies this browser, so that no other browser can submit its consent "
        + "page.",
      .rfc6265("4.1")),
    GlossaryEntry(
      "Content-Security-Policy",
      "The page runs no script, loads nothing from other sites, and cannot be framed.",
      .rfc9700("4.16")),
    GlossaryEntry("X-Frame-Options", "Forbids framing, for old browsers.", .rfc9700("4.16")),
    GlossaryEntry(
      "Referrer-Policy", "The browser does not tell other sites where it came from.",
      .rfc9700("4.2.4")),
    GlossaryEntry(
      "X-Content-Type-Options", "The browser relies on Content-Type and does not guess.",
      .rfc9110("8.3")),
    GlossaryEntry(
      "Strict-Transport-Security",
      "For max-age seconds the browser uses only HTTPS with this host.", .rfc6797("6.1")),
  ]
}
