/// The client's URI to which the authorization server sends the browser.
///
/// It must be an absolute URI without a fragment (RFC 6749 §3.1.2). Servers compare it exactly with
/// the registered ones (RFC 9700 §2.1), so it is kept unchanged.
public struct RedirectURI: Hashable, Sendable {
  /// The URI, byte for byte as registered.
  public let value: String

  /// Creates a redirect URI from a text, which is checked.
  ///
  /// - Parameter value: The URI as registered.
  /// - Throws: `Fault` if it is not a valid redirect URI.
  public init(_ value: String) throws(Fault) {
    if let odd = value.unicodeScalars.first(where: { !(0x21...0x7E).contains($0.value) }) {
      throw .character(odd)
    }
    guard !value.contains("#") else { throw .fragment }
    guard Self.hasSchemeAndPath(value) else { throw .notAbsolute }
    self.value = value
  }

  /// Whether the redirect goes to a program on the user's machine (RFC 8252 §7.1 and §7.3).
  ///
  /// Such a redirect uses a loopback address or a scheme of the program.
  public var isOnUsersMachine: Bool {
    let scheme = value.prefix { $0 != ":" }.lowercased()
    guard scheme == "http" || scheme == "https" else { return true }
    let authority = value.dropFirst(scheme.count + "://".count)
      .prefix { $0 != "/" && $0 != "?" }.lowercased()
    return ["127.0.0.1", "[::1]", "localhost"].contains {
      authority == $0 || authority.hasPrefix($0 + ":")
    }
  }

  /// RFC 3986 §3.1: a letter, then letters, digits, `+`, `-`, and `.`, then a colon and more.
  private static func hasSchemeAndPath(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":") else { return false }
    let scheme = text[..<colon].utf8
    let rest = text[text.index(after: colon)...]
    guard let first = scheme.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first | 0x20 else {
      return false
    }
    let allowed = scheme.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || "+-.".utf8.contains(byte)
    }
    return allowed && !rest.isEmpty && rest != "//"
  }
}

extension RedirectURI {
  /// The reason why a text is not a redirect URI.
  public enum Fault: Error, Hashable, CustomStringConvertible {
    /// It has a space, a control character, or one outside ASCII.
    case character(Unicode.Scalar)
    /// It has a fragment, which RFC 6749 §3.1.2 forbids.
    case fragment
    /// It has no scheme, or nothing after it.
    case notAbsolute

    /// The reason in one sentence.
    public var description: String {
      switch self {
      case .character(let scalar):
        "a redirect URI contains only printable ASCII, and this one has \(Self.name(of: scalar))"
      case .fragment:
        "a redirect URI has no fragment, and this one has a '#' (RFC 6749 §3.1.2)"
      case .notAbsolute:
        "a redirect URI is absolute, such as http://127.0.0.1:8089/callback (RFC 6749 §3.1.2)"
      }
    }

    private static func name(of scalar: Unicode.Scalar) -> String {
      scalar == " " ? "a space" : "U+" + hexadecimal(scalar.value, digits: 4)
    }
  }
}
