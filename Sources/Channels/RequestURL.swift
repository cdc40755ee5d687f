import HTTPMessages

/// Where a request goes, taken from a URL that leaves no room for a second reading: RFC 3986 §3.
///
/// Foundation's `URL` quietly repairs what it finds odd, and libcurl takes dots out of a path. What is
/// shown would then not be what is sent, so such a URL is refused.
public struct RequestURL: Hashable, Sendable {
  /// The host, an IPv6 address in its brackets.
  public let host: String
  /// The port, the scheme's own if the URL names none.
  public let port: Int
  /// Whether the scheme is `https`.
  public let isProtected: Bool

  /// Takes the address from a URL.
  ///
  /// - Parameter url: An `https` URL, or an `http` URL with a loopback host.
  /// - Throws: `BackChannelFault.malformedURL` or `unprotected`.
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
    // RFC 6749 §3.2 wants TLS, RFC 9700 §2.6 again; a loopback connection leaves the machine in no case.
    guard isProtected || isLoopback else { throw .unprotected(url) }
  }

  /// Host and port.
  public var authority: String { "\(host):\(port)" }

  /// The value of `Host`: the scheme's own port is left out, RFC 9110 §7.2.
  public var hostField: String { port == (isProtected ? 443 : 80) ? host : authority }

  /// Whether the host is this machine, by its name or by 127.0.0.0/8 or ::1.
  ///
  /// Other spellings, such as 127.1, are not: what reads them decides what they mean.
  public var isLoopback: Bool {
    if host == "[::1]" || host.lowercased() == "localhost" { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers.first == "127"
      && numbers.allSatisfy { part in UInt8(part).map { String($0) == part } ?? false }
  }

  /// Host and port of an authority; `nil` with user information or an odd character in it.
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

  /// Whether a host's name may hold this byte.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "-._".utf8.contains(byte)
    }
  }

  /// Whether a URL consists of what RFC 3986 §2 allows, each % with its two digits.
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

  /// Whether a segment stands for this folder or the one above, RFC 3986 §5.2.4: it would be taken out.
  private static func isDots(_ segment: Substring) -> Bool {
    let dots = String(segment).lowercased().replacingScalars("%2e", with: ".")
    return dots == "." || dots == ".."
  }
}
