import Channels
import HTTPMessages
public import Vocabulary

/// The URL by which an authorization server is known: RFC 8414 §2.
public struct IssuerIdentifier: Hashable, Sendable {
  /// The URL, character by character as it was given: it is compared like that.
  public let value: String

  /// Takes an issuer identifier, or the address of a description that was made from one.
  ///
  /// - Throws: `StepFailure` with `metadataInvalid` for a text that can be none.
  public init(_ text: String) throws(StepFailure) {
    let value = Self.issuer(ofDescriptionAt: text) ?? text
    let parts = URLParts(value)
    // RFC 8414 §2: https, without query or fragment.
    guard (try? RequestURL(value)) != nil, parts.query == nil else {
      throw StepFailure(
        .metadataInvalid, "This is no issuer identifier.",
        expected: "an https URL without query and fragment, such as https://accounts.example.com",
        received: value.isEmpty ? "nothing" : value,
        why:
          "The addresses to which secrets are sent come from there, so it has to be the right server, "
          + "over TLS. On this machine itself http will do.",
        reference: .rfc8414("2"))
    }
    self.value = value
  }

  /// Where the metadata may lie, in the order in which it is asked for.
  public var metadataURLs: [String] { [oauthURL, openIDURL] }

  /// RFC 8414 §3.1: the well-known path goes between host and path.
  private var oauthURL: String {
    let parts = URLParts(value)
    let path = Self.withoutSlash(parts.path)
    return "\(parts.scheme)://\(parts.authority)/.well-known/oauth-authorization-server\(path)"
  }

  /// RFC 8414 §5: OpenID Connect Discovery appends it to the path.
  private var openIDURL: String {
    Self.withoutSlash(value) + "/.well-known/openid-configuration"
  }

  /// The issuer whose description lies at an address; `nil` for an address of another kind.
  ///
  /// RFC 8414 §3.1 puts the well-known path before the issuer's own path, OpenID Connect Discovery 1.0 §4
  /// behind it.
  private static func issuer(ofDescriptionAt text: String) -> String? {
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
