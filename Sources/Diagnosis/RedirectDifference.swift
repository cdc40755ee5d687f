import HTTPMessages
public import Vocabulary

/// Where a redirect URI parts from the one that it should be.
///
/// Redirect URIs are compared as strings (RFC 9700 §4.1.3), so that the smallest difference counts, and is hard
/// to see.
public enum RedirectDifference: Hashable, Sendable {
  /// It is the other one, percent-encoded once more.
  case encodedTwice
  /// The scheme: `http` and `https`.
  case scheme(String, String)
  /// The host.
  case host(String, String)
  /// The port; empty for none.
  case port(String, String)
  /// A slash at the end of the path.
  case slash
  /// Letters of the path in another case.
  case pathCase
  /// The path.
  case path(String, String)
  /// The query.
  case query
  /// A fragment, which no redirect URI has (RFC 6749 §3.1.2).
  case fragment

  /// The first difference; `nil` if there is none.
  ///
  /// - Parameters:
  ///   - received: The redirect URI that came.
  ///   - expected: The one that it should be.
  public init?(_ received: String, from expected: String) {
    guard !received.utf8.elementsEqual(expected.utf8) else { return nil }
    if let decoded = try? Form.decode(received), decoded.utf8.elementsEqual(expected.utf8) {
      self = .encodedTwice
      return
    }
    let (came, wanted) = (URLParts(received), URLParts(expected))
    let (cameHost, camePort) = Self.hostAndPort(came.authority)
    let (host, port) = Self.hostAndPort(wanted.authority)
    if came.scheme != wanted.scheme {
      self = .scheme(came.scheme, wanted.scheme)
    } else if cameHost != host {
      self = .host(cameHost, host)
    } else if camePort != port {
      self = .port(camePort, port)
    } else if came.path + "/" == wanted.path || came.path == wanted.path + "/" {
      self = .slash
    } else if came.path != wanted.path {
      self =
        came.path.lowercased() == wanted.path.lowercased()
        ? .pathCase : .path(came.path, wanted.path)
    } else if came.query != wanted.query {
      self = .query
    } else {
      self = .fragment
    }
  }

  /// The port behind the last colon, unless that is part of an IPv6 address.
  private static func hostAndPort(_ authority: String) -> (host: String, port: String) {
    guard let colon = authority.lastIndex(of: ":"),
      authority[colon...].dropFirst().allSatisfy(\.isNumber)
    else { return (authority, "") }
    return (String(authority[..<colon]), String(authority[colon...].dropFirst()))
  }

  /// The difference in a few words.
  public var words: String {
    switch self {
    case .encodedTwice: "it is percent-encoded twice"
    case .scheme(let came, let wanted): "the scheme is \(came), and not \(wanted)"
    case .host(let came, let wanted):
      "the host is \(came), and not \(wanted)"
        + (Set([came, wanted]) == ["localhost", "127.0.0.1"]
          ? ": the two name the same machine, and are different strings" : "")
    case .port(let came, let wanted):
      came.isEmpty
        ? "the port \(wanted) is missing"
        : wanted.isEmpty ? "it has the port \(came)" : "the port is \(came), and not \(wanted)"
    case .slash: "a slash at the end of the path is missing, or too much"
    case .pathCase: "the path has other upper and lower case letters"
    case .path(let came, let wanted): "the path is \(came), and not \(wanted)"
    case .query: "the query is another one"
    case .fragment: "it has a fragment, which no redirect URI may have"
    }
  }

  /// The section about the difference.
  public var reference: Reference {
    switch self {
    case .encodedTwice: .rfc6749("Appendix B")
    case .fragment, .query: .rfc6749("3.1.2")
    case .host: .rfc8252("8.3")
    default: .rfc9700("4.1.3")
    }
  }

  /// How near the two are: the fewer parts agree, the farther.
  var distance: Int {
    switch self {
    case .encodedTwice: 0
    case .fragment: 1
    case .slash, .pathCase: 2
    case .query: 3
    case .path: 4
    case .port: 5
    case .host: 6
    case .scheme: 7
    }
  }

  /// The difference from the nearest of several redirect URIs.
  ///
  /// - Returns: The nearest one with the difference; `nil` if one of them is the same, or there is none.
  public static func nearest(
    to received: String, among registered: [String]
  ) -> (uri: String, difference: RedirectDifference)? {
    let all = registered.map { ($0, RedirectDifference(received, from: $0)) }
    guard all.allSatisfy({ $0.1 != nil }) else { return nil }
    return all.compactMap { uri, difference in difference.map { (uri: uri, difference: $0) } }
      .min { $0.difference.distance < $1.difference.distance }
  }
}
