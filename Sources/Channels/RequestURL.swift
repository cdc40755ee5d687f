import HTTPMessages

/// The destination of a request, from a URL that can be read in only one way (RFC 3986 §3).
///
/// Foundation's `URL` silently repairs unusual characters, and libcurl removes dot segments from a
/// path. The URL sent would then differ from the URL shown, so such a URL is rejected.
public struct RequestURL: Hashable, Sendable {
  /// The host; an IPv6 address includes its square brackets.
  public let host: String
  /// The port, by default that of the scheme.
  public let port: Int
  /// Whether the scheme is `https`.
  public let isProtected: Bool

  /// Creates the destination of a URL.
  ///
  /// - Parameter url: An `https` URL, or an `http` URL with a loopback host.
  /// - Throws: `BackChannelFault.malformedURL` or `unprotected` for any other URL.
  public init(_ url: String) throws(BackChannelFault) {
    let parts = URLParts(url)
    guard Self.isPlain(url), parts.fragment == nil, ["http", "https"].contains(parts.scheme),
      let (host, digits) = Self.cut(parts.authority),
      !parts.path.split(separator: "/").contains(where: Self.isDots)
    else { throw .malformedURL(url) }
    isProtected = parts.scheme == "https"
    self.host = host
    if let digits {
      guard let port = UInt16(digits), port > 0, String(port) == digits else {
        throw .malformedURL(url)
      }
      self.port = Int(port)
    } else {
      port = isProtected ? 443 : 80
    }
    // RFC 6749 §3.2 requires TLS at the token endpoint; RFC 9700 §2.6 recommends it for the API.
    // A loopback connection never leaves the machine.
    guard isProtected || isLoopback else { throw .unprotected(url) }
  }

  /// The host and port, separated by a colon.
  public var authority: String { "\(host):\(port)" }

  /// The value of `Host`, without the scheme's default port (RFC 9110 §7.2).
  public var hostField: String { port == (isProtected ? 443 : 80) ? host : authority }

  /// Whether the host is this machine: `localhost`, 127.0.0.0/8, or ::1.
  ///
  /// Other spellings, such as 127.1, do not count, because programs interpret them differently.
  public var isLoopback: Bool {
    if host == "[::1]" || host.lowercased() == "localhost" { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers.first == "127"
      && numbers.allSatisfy { part in UInt8(part).map { String($0) == part } ?? false }
  }

  /// Splits an authority; returns `nil` for user information or an invalid character.
  private static func cut(_ authority: String) -> (host: String, port: String?)? {
    let end: String.Index
    if authority.hasPrefix("[") {
      guard let bracket = authority.firstIndex(of: "]") else { return nil }
      end = authority.index(after: bracket)
      let inner = authority[..<end].dropFirst().dropLast()
      guard !inner.isEmpty, inner.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else {
        return nil
      }
    } else {
      end = authority.firstIndex(of: ":") ?? authority.endIndex
      let host = authority[..<end]
      guard !host.isEmpty, host.utf8.allSatisfy({ isNameByte($0) }) else { return nil }
    }
    let rest = authority[end...]
    guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
    return (String(authority[..<end]), rest.isEmpty ? nil : String(rest.dropFirst()))
  }

  /// Whether a host name may contain this byte.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "-._".utf8.contains(byte)
    }
  }

  /// Whether a URL has only characters of RFC 3986 §2, and two digits after each %.
  private static func isPlain(_ url: String) -> Bool {
    let bytes = Array(url.utf8)
    return bytes.indices.allSatisfy { index in
      if bytes[index] != UInt8(ascii: "%") {
        return isNameByte(bytes[index]) || "~:/?#[]@!$&'()*+,;=".utf8.contains(bytes[index])
      }
      let digits = bytes[(index + 1)...].prefix(2)
      return digits.count == 2 && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }
  }

  /// Whether this is a dot segment, which a program could remove (RFC 3986 §5.2.4).
  private static func isDots(_ segment: Substring) -> Bool {
    let dots = String(segment).lowercased().replacingScalars("%2e", with: ".")
    return dots == "." || dots == ".."
  }
}
