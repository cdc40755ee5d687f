/// Which proxies the environment names; their addresses may hold passwords, and are not shown.
struct ProxyCheck {
  let environment: [String: String]

  private static let names = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]

  var finding: Finding {
    let named = Self.names.filter { !(environment[$0] ?? "").isEmpty }
    return named.isEmpty
      ? Finding("proxy", .fine, "none is named in the environment")
      : Finding("proxy", .noteworthy, "\(named.joined(separator: ", ")): live requests go that way")
  }
}
