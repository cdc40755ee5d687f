extension Reference {
  /// Returns a section of RFC 6585, additional HTTP status codes.
  public static func rfc6585(_ section: String) -> Reference { specification("RFC 6585", section) }
  /// Returns a section of RFC 6749, the OAuth 2.0 framework.
  public static func rfc6749(_ section: String) -> Reference { specification("RFC 6749", section) }
  /// Returns a section of RFC 6750, bearer tokens.
  public static func rfc6750(_ section: String) -> Reference { specification("RFC 6750", section) }
  /// Returns a section of RFC 7009, token revocation.
  public static func rfc7009(_ section: String) -> Reference { specification("RFC 7009", section) }
  /// Returns a section of RFC 7662, token introspection.
  public static func rfc7662(_ section: String) -> Reference { specification("RFC 7662", section) }
  /// Returns a section of RFC 7617, HTTP Basic authentication.
  public static func rfc7617(_ section: String) -> Reference { specification("RFC 7617", section) }
  /// Returns a section of RFC 7636, PKCE.
  public static func rfc7636(_ section: String) -> Reference { specification("RFC 7636", section) }
  /// Returns a section of RFC 8259, JSON.
  public static func rfc8259(_ section: String) -> Reference { specification("RFC 8259", section) }
  /// Returns a section of RFC 8252, OAuth for native apps.
  public static func rfc8252(_ section: String) -> Reference { specification("RFC 8252", section) }
  /// Returns a section of RFC 8414, authorization server metadata.
  public static func rfc8414(_ section: String) -> Reference { specification("RFC 8414", section) }
  /// Returns a section of RFC 9110, HTTP semantics.
  public static func rfc9110(_ section: String) -> Reference { specification("RFC 9110", section) }
  /// Returns a section of RFC 9111, HTTP caching.
  public static func rfc9111(_ section: String) -> Reference { specification("RFC 9111", section) }
  /// Returns a section of RFC 9112, HTTP/1.1.
  public static func rfc9112(_ section: String) -> Reference { specification("RFC 9112", section) }
  /// Returns a section of RFC 6265, cookies.
  public static func rfc6265(_ section: String) -> Reference { specification("RFC 6265", section) }
  /// Returns a section of RFC 6797, HTTP Strict Transport Security.
  public static func rfc6797(_ section: String) -> Reference { specification("RFC 6797", section) }
  /// Returns a section of RFC 9207, issuer identification.
  public static func rfc9207(_ section: String) -> Reference { specification("RFC 9207", section) }
  /// Returns a section of RFC 9700, the security best current practice.
  public static func rfc9700(_ section: String) -> Reference { specification("RFC 9700", section) }
  /// Returns a section of RFC 7591, dynamic client registration.
  public static func rfc7591(_ section: String) -> Reference { specification("RFC 7591", section) }
  /// Returns a section of RFC 8628, the device flow.
  public static func rfc8628(_ section: String) -> Reference { specification("RFC 8628", section) }
  /// Returns a section of RFC 8693, token exchange.
  public static func rfc8693(_ section: String) -> Reference { specification("RFC 8693", section) }
  /// Returns a section of RFC 8705, tokens bound to a client's certificate.
  public static func rfc8705(_ section: String) -> Reference { specification("RFC 8705", section) }
  /// Returns a section of RFC 8707, the resource that a token is for.
  public static func rfc8707(_ section: String) -> Reference { specification("RFC 8707", section) }
  /// Returns a section of RFC 9068, access tokens as JWTs.
  public static func rfc9068(_ section: String) -> Reference { specification("RFC 9068", section) }
  /// Returns a section of RFC 9126, pushed authorization requests.
  public static func rfc9126(_ section: String) -> Reference { specification("RFC 9126", section) }
  /// Returns a section of RFC 9396, rich authorization requests.
  public static func rfc9396(_ section: String) -> Reference { specification("RFC 9396", section) }
  /// Returns a section of RFC 9449, DPoP: tokens bound to the client's key.
  public static func rfc9449(_ section: String) -> Reference { specification("RFC 9449", section) }
  /// Returns a section of RFC 9701, introspection responses as JWTs.
  public static func rfc9701(_ section: String) -> Reference { specification("RFC 9701", section) }
  /// Returns a section of RFC 9728, protected resource metadata.
  public static func rfc9728(_ section: String) -> Reference { specification("RFC 9728", section) }
  /// Returns a section of RFC 10017, OAuth for browser-based applications.
  public static func rfc10017(_ section: String) -> Reference {
    specification("RFC 10017", section)
  }
  /// Returns a section of the OAuth 2.1 draft.
  public static func oauth21(_ section: String) -> Reference {
    specification("draft-ietf-oauth-v2-1-16", section)
  }
  /// Returns a section of OpenID Connect, the sign-in layer on OAuth.
  public static func openIDConnect(_ section: String) -> Reference {
    specification("OpenID Connect Core 1.0", section)
  }
  /// Returns a section of OpenID Connect Discovery, the basis of RFC 8414.
  public static func openIDDiscovery(_ section: String) -> Reference {
    specification("OpenID Connect Discovery 1.0", section)
  }
  /// Returns a section of OpenID Connect Session Management.
  public static func openIDSessions(_ section: String) -> Reference {
    specification("OpenID Connect Session Management 1.0", section)
  }
  /// Returns a section of the specification of multiple response types and response modes.
  public static func multipleResponseTypes(_ section: String) -> Reference {
    specification("OAuth 2.0 Multiple Response Type Encoding Practices", section)
  }
  /// Returns a section of RFC 3986, URIs.
  public static func rfc3986(_ section: String) -> Reference { specification("RFC 3986", section) }
  /// Returns a section of RFC 4648, Base64.
  public static func rfc4648(_ section: String) -> Reference { specification("RFC 4648", section) }
  /// Returns a section of FIPS 180-4, the Secure Hash Standard.
  public static func fips1804(_ section: String) -> Reference {
    specification("FIPS 180-4", section)
  }

  private static func specification(_ document: String, _ section: String) -> Reference {
    Reference(
      document: document, section: section,
      heading: SectionHeadings.heading(of: section, in: document) ?? "")
  }
}
