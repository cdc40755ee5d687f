extension URLParts {
  /// The host without its port, an IPv6 address in its brackets; empty if there is none.
  public var host: String {
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    guard host.hasPrefix("["), let end = host.firstIndex(of: "]") else {
      return String(host.prefix { $0 != ":" })
    }
    // RFC 3986 §3.2.2: behind the bracket comes the port or nothing.
    let rest = host[host.index(after: end)...]
    return rest.isEmpty || rest.hasPrefix(":") ? String(host[...end]) : String(host)
  }

  /// Whether the host is this machine itself: RFC 8252 §7.3 and §8.3.
  public var isLoopback: Bool {
    let host = host.lowercased()
    if host == "localhost" || host == "[::1]" { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return numbers.count == 4 && numbers.allSatisfy { $0 != nil } && numbers[0] == 127
  }

  /// Whether what goes there cannot be read on the way: over TLS, or not leaving this machine.
  ///
  /// RFC 6749 §3.1 and §3.2 require TLS; RFC 9700 §2.6 allows plain HTTP on loopback alone.
  public var isProtected: Bool {
    !host.isEmpty && (scheme == "https" || scheme == "http" && isLoopback)
  }
}
