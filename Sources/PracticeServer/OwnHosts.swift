import HTTPMessages

/// The hosts that requests to the practice server may name: RFC 9110 §7.4.
///
/// A page of another site can let its own host name point to this machine (DNS rebinding). The browser then
/// lets the page read this server, but sends that name as `Host`.
struct OwnHosts: Sendable {
  /// The start of every URL of a client that uses the first address as printed.
  private let baseURL: String
  /// Hosts with ports; `nil` for a server on every address, which cannot know its names.
  private let authorities: Set<String>?

  /// Takes the server's addresses: the one that clients use, and perhaps another one that it listens on.
  init(_ addresses: [String]) {
    baseURL = addresses.first ?? ""
    var all: Set<String> = []
    for address in addresses {
      let parts = URLParts(address)
      let usual = parts.scheme == "https" ? "443" : "80"
      let (host, port) = Self.split(parts.authority.lowercased(), usual: usual)
      guard host != "0.0.0.0", host != "[::]" else { continue }
      let names = [host, "127.0.0.1", "localhost", "[::1]"]
      // RFC 9110 §4.2.1 and §4.2.2: without a port, it is that of the scheme.
      all.formUnion(
        names.flatMap { port == usual ? [$0, "\($0):", "\($0):\(port)"] : ["\($0):\(port)"] })
      // Without the port RFC 9110 §7.2 is not met, but no name of another site can be one of these.
      all.formUnion(["127.0.0.1", "localhost", "[::1]"])
    }
    authorities = all.isEmpty ? nil : all
  }

  /// Whether a URL names one of the hosts.
  func contain(_ url: String) -> Bool {
    guard let authorities else { return true }
    // Nearly every request: nothing has to be cut out of its URL.
    if url.utf8.starts(with: baseURL.utf8) {
      let next = url.utf8.dropFirst(baseURL.utf8.count).first
      if next == nil || next == UInt8(ascii: "/") || next == UInt8(ascii: "?") { return true }
    }
    return authorities.contains(URLParts(url).authority.lowercased())
  }

  /// Whether a URL names this machine, whatever the port.
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
  /// The response to a request that names another host: RFC 9110 §15.5.20; `nil` for the server's own.
  func rejectionOfHost(_ exchange: inout PracticeExchange) -> HTTPResponse? {
    guard exchange.rules.rejects(.ownHost, when: !hosts.contain(exchange.request.url)) else {
      return nil
    }
    let own = URLParts(configuration.baseURL).authority
    let named = URLParts(exchange.request.url).authority.prefix(100)
    exchange.summary = "refused: another host"
    exchange.cause =
      "The request names the host \(named), and this server is \(own) (RFC 9110 §7.4). If the name is meant to "
      + "point here, start the server with --without own-host."
    return HTTPResponse(
      status: 421,
      fields: [
        HTTPField("Content-Type", "text/plain;charset=UTF-8"),
        HTTPField("X-Content-Type-Options", "nosniff"),
      ],
      body: Array("This server does not answer for the host that the request names.\n".utf8))
  }
}
