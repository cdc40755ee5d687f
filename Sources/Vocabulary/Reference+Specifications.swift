extension Reference {
  /// A section of RFC 6585, more status codes.
  public static func rfc6585(_ section: String) -> Reference { specification("RFC 6585", section) }
  /// A section of RFC 6749, the OAuth 2.0 framework.
  public static func rfc6749(_ section: String) -> Reference { specification("RFC 6749", section) }
  /// A section of RFC 6750, bearer tokens.
  public static func rfc6750(_ section: String) -> Reference { specification("RFC 6750", section) }
  /// A section of RFC 7009, token revocation.
  public static func rfc7009(_ section: String) -> Reference { specification("RFC 7009", section) }
  /// A section of RFC 7662, token introspection.
  public static func rfc7662(_ section: String) -> Reference { specification("RFC 7662", section) }
  /// A section of RFC 7617, Basic authentication.
  public static func rfc7617(_ section: String) -> Reference { specification("RFC 7617", section) }
  /// A section of RFC 7636, PKCE.
  public static func rfc7636(_ section: String) -> Reference { specification("RFC 7636", section) }
  /// A section of RFC 8259, JSON.
  public static func rfc8259(_ section: String) -> Reference { specification("RFC 8259", section) }
  /// A section of RFC 8252, OAuth for native apps.
  public static func rfc8252(_ section: String) -> Reference { specification("RFC 8252", section) }
  /// A section of RFC 8414, authorization server metadata.
  public static func rfc8414(_ section: String) -> Reference { specification("RFC 8414", section) }
  /// A section of RFC 9110, HTTP semantics.
  public static func rfc9110(_ section: String) -> Reference { specification("RFC 9110", section) }
  /// A section of RFC 9111, HTTP caching.
  public static func rfc9111(_ section: String) -> Reference { specification("RFC 9111", section) }
  /// A section of RFC 9112, HTTP/1.1.
  public static func rfc9112(_ section: String) -> Reference { specification("RFC 9112", section) }
  /// A section of RFC 6265, cookies.
  public static func rfc6265(_ section: String) -> Reference { specification("RFC 6265", section) }
  /// A section of RFC 6797, strict transport security.
  public static func rfc6797(_ section: String) -> Reference { specification("RFC 6797", section) }
  /// A section of RFC 9207, issuer identification.
  public static func rfc9207(_ section: String) -> Reference { specification("RFC 9207", section) }
  /// A section of RFC 9700, the security best current practice.
  public static func rfc9700(_ section: String) -> Reference { specification("RFC 9700", section) }
  /// A section of RFC 7591, dynamic client registration, which names the data of a client.
  public static func rfc7591(_ section: String) -> Reference { specification("RFC 7591", section) }
  /// A section of RFC 8628, the flow for devices without a browser.
  public static func rfc8628(_ section: String) -> Reference { specification("RFC 8628", section) }
  /// A section of RFC 8693, token exchange.
  public static func rfc8693(_ section: String) -> Reference { specification("RFC 8693", section) }
  /// A section of RFC 8705, tokens that are bound to a client's certificate.
  public static func rfc8705(_ section: String) -> Reference { specification("RFC 8705", section) }
  /// A section of RFC 8707, which names the resource that a token is for.
  public static func rfc8707(_ section: String) -> Reference { specification("RFC 8707", section) }
  /// A section of RFC 9068, access tokens that are JWTs.
  public static func rfc9068(_ section: String) -> Reference { specification("RFC 9068", section) }
  /// A section of RFC 9126, authorization requests that are pushed to the server first.
  public static func rfc9126(_ section: String) -> Reference { specification("RFC 9126", section) }
  /// A section of RFC 9396, authorization in more detail than scopes give.
  public static func rfc9396(_ section: String) -> Reference { specification("RFC 9396", section) }
  /// A section of RFC 9449, DPoP: tokens that are bound to a key of the client's.
  public static func rfc9449(_ section: String) -> Reference { specification("RFC 9449", section) }
  /// A section of RFC 9701, introspection answered by a JWT.
  public static func rfc9701(_ section: String) -> Reference { specification("RFC 9701", section) }
  /// A section of RFC 9728, metadata of a protected resource.
  public static func rfc9728(_ section: String) -> Reference { specification("RFC 9728", section) }
  /// A section of RFC 10017, OAuth for applications in a browser.
  public static func rfc10017(_ section: String) -> Reference {
    specification("RFC 10017", section)
  }
  /// A section of the draft of OAuth 2.1.
  public static func oauth21(_ section: String) -> Reference {
    specification("draft-ietf-oauth-v2-1-16", section)
  }
  /// A section of OpenID Connect, which adds a sign-in to OAuth.
  public static func openIDConnect(_ section: String) -> Reference {
    specification("OpenID Connect Core 1.0", section)
  }
  /// A section of OpenID Connect Discovery, from which RFC 8414 comes.
  public static func openIDDiscovery(_ section: String) -> Reference {
    specification("OpenID Connect Discovery 1.0", section)
  }
  /// A section of OpenID Connect Session Management: whether the user is still signed in.
  public static func openIDSessions(_ section: String) -> Reference {
    specification("OpenID Connect Session Management 1.0", section)
  }
  /// A section of the response types with several values, and of response modes.
  public static func multipleResponseTypes(_ section: String) -> Reference {
    specification("OAuth 2.0 Multiple Response Type Encoding Practices", section)
  }
  /// A section of RFC 3986, URIs.
  public static func rfc3986(_ section: String) -> Reference { specification("RFC 3986", section) }
  /// A section of RFC 4648, Base64.
  public static func rfc4648(_ section: String) -> Reference { specification("RFC 4648", section) }
  /// A section of FIPS 180-4, the secure hash standard.
  public static func fips1804(_ section: String) -> Reference {
    specification("FIPS 180-4", section)
  }

  private static func specification(_ document: String, _ section: String) -> Reference {
    Reference(
      document: document, section: section,
      heading: SectionHeadings.heading(of: section, in: document) ?? "")
  }
}
