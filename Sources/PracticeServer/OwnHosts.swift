import HTTPMessages

/// The hosts that requests to the practice server may name (RFC 9110 §7.4).
///
/// Another site can resolve its own host name to this machine (DNS rebinding). The browser then
/// lets the site's page read this server, but sends that name as `Host`.
struct OwnHosts: Sendable {
  /// The start of every request URL of a client that uses the base URL as printed.
  private let baseURL: String
  /// The hosts with their ports, or `nil` for a server on all addresses, whose names are unknown.
  private let authorities: Set<String>?

  /// Creates the hosts of the base URL for clients and, optionally, of the URL it listens on.
  init(_ urls: [String]) {
    baseURL = urls.first ?? ""
    var all: Set<String> = []
    for url in urls {
      let parts = URLParts(url)
      let usual = parts.scheme == "https" ? "443" : "80"
      let (host, port) = Self.split(parts.authority.lowercased(), usual: usual)
      guard host != "0.0.0.0", host != "[::]" else { continue }
      let names = [host, "127.0.0.1", "localhost", "[::1]"]
      // RFC 9110 §4.2.1 and §4.2.2: a missing port means the default port of the scheme.
      all.formUnion(
        names.flatMap { port == usual ? [$0, "\($0):", "\($0):\(port)"] : ["\($0):\(port)"] })
      // A missing port violates RFC 9110 §7.2, but no other site can have one of these names.
      all.formUnion(["127.0.0.1", "localhost", "[::1]"])
    }
    authorities = all.isEmpty ? nil : all
  }

  /// Whether a URL names one of the hosts.
  func contain(_ url: String) -> Bool {
    guard let authorities else { return true }
    // The fast path for nearly every request.
    if url.utf8.starts(with: baseURL.utf8) {
      let next = url.utf8.dropFirst(baseURL.utf8.count).first
      if next == nil || next == UInt8(ascii: "/") || next == UInt8(ascii: "?") { return true }
    }
    return authorities.contains(URLParts(url).authority.lowercased())
  }

  /// Whether the host of a URL is this machine, with any port.
  static func isLoopback(_ url: String) -> Bool {
    ["127.0.0.1", "localhost", "[::1]"].contains(
      split(URLParts(url).authority.lowercased(), usual: "80").host)
  }

  private static func split(
    _ authority: String, usual: String
  ) -> (host: String, port: String) {
    guard let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") else {
      return (authority, usual)
    }
    let port = String(authority[authority.index(after: colon)...])
    return (String(authority[..<colon]), port.isEmpty ? usual : port)
  }
}

extension PracticeServer {
  /// Returns 421 for a request that names another host (RFC 9110 §15.5.20), or `nil`.
  func rejectionOfHost(_ exchange: inout PracticeExchange) -> HTTPResponse? {
    guard exchange.rules.rejects(.ownHost, when: !hosts.contain(exchange.request.url)) else {
      return nil
    }
    let own = URLParts(configuration.baseURL).authority
    let named = URLParts(exchange.request.url).authority.prefix(100)
    exchange.summary = "rejected: another host"
    exchange.cause =
      "The request names the host \(named), but this server is \(own) (RFC 9110 §7.4). If that name should "
      + "reach this server, start it with --without own-host."
    return HTTPResponse(
      status: 421,
      fields: [
        HTTPField("Content-Type", "text/plain;charset=UTF-8"),
        HTTPField("X-Content-Type-Options", "nosniff"),
      ],
      body: Array("This server does not serve the host named in the request.\n".utf8))
  }
}
