extension RedirectURI {
  /// What is wrong with a text that was meant as a redirect URI.
  public enum Fault: Error, Hashable, CustomStringConvertible {
    /// It has a blank, a control character or one outside ASCII.
    case character(Unicode.Scalar)
    /// It has a fragment, which RFC 6749 §3.1.2 forbids.
    case fragment
    /// It lacks a scheme, or has nothing behind the scheme.
    case notAbsolute

    /// The fault in one sentence.
    public var description: String {
      switch self {
      case .character(let scalar):
        "a redirect URI holds printable ASCII only, and this one holds \(Self.name(of: scalar))"
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
