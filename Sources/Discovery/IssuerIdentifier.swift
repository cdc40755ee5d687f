import Channels
import HTTPMessages
public import Vocabulary

/// The URL that identifies an authorization server (RFC 8414 §2).
public struct IssuerIdentifier: Hashable, Sendable {
  /// The URL exactly as given, because it is compared character by character.
  public let value: String

  /// Creates an identifier from an issuer URL, or from the URL of its metadata.
  ///
  /// - Throws: `StepFailure` with `metadataInvalid` if the text is not an issuer identifier.
  public init(_ text: String) throws(StepFailure) {
    let value = Self.issuer(ofMetadataAt: text) ?? text
    let parts = URLParts(value)
    // RFC 8414 §2: https, without query or fragment.
    guard (try? RequestURL(value)) != nil, parts.query == nil else {
      throw StepFailure(
        .metadataInvalid, "This is not an issuer identifier.",
        expected: "an https URL without query or fragment, such as https://accounts.example.com",
        received: value.isEmpty ? "nothing" : value,
        why:
          "The client sends its secrets to the URLs that this server names, so it must be the right server, "
          + "over TLS. On this machine, http is accepted.",
        reference: .rfc8414("2"))
    }
    self.value = value
  }

  /// The URLs where the metadata may be, in the order of the requests.
  public var metadataURLs: [String] { [oauthURL, openIDURL] }

  /// The URL with the well-known path between host and path (RFC 8414 §3.1).
  private var oauthURL: String {
    let parts = URLParts(value)
    let path = Self.withoutSlash(parts.path)
    return "\(parts.scheme)://\(parts.authority)/.well-known/oauth-authorization-server\(path)"
  }

  /// The URL with the well-known path after the path, as in OpenID Connect (RFC 8414 §5).
  private var openIDURL: String {
    Self.withoutSlash(value) + "/.well-known/openid-configuration"
  }

  /// Returns the issuer whose metadata is at a URL, or `nil` if the URL has another form.
  ///
  /// RFC 8414 §3.1 puts the well-known path before the issuer's own path, OpenID Connect Discovery
  /// 1.0 §4 after it.
  private static func issuer(ofMetadataAt text: String) -> String? {
    let parts = URLParts(text)
    for suffix in ["oauth-authorization-server", "openid-configuration"] {
      let pieces = parts.path.split(
        separator: "/.well-known/" + suffix, maxSplits: 1, omittingEmptySubsequences: false)
      guard pieces.count == 2, pieces[1].isEmpty || pieces[1].hasPrefix("/") else { continue }
      let path = withoutSlash(String(pieces[0] + pieces[1]))
      return "\(parts.scheme)://\(parts.authority)\(path)" + (parts.query.map { "?" + $0 } ?? "")
    }
    return nil
  }

  private static func withoutSlash(_ text: String) -> String {
    text.hasSuffix("/") ? String(text.dropLast()) : text
  }
}
