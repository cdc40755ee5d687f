import Terminal

/// Names the proxy of live requests, but not its URL, which may contain a password.
struct ProxyCheck {
  let environment: [String: String]
  /// Whether the system reads the proxy from the environment.
  var followsEnvironment = Platform.takesProxyFromEnvironment

  /// The variables that libcurl reads for https; the first nonempty one counts.
  private static let names = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
  /// The variables with hosts that are called directly; the first nonempty one counts.
  private static let exemptions = ["no_proxy", "NO_PROXY"]

  var checkup: Checkup {
    let proxy = Self.names.first(where: isSet)
    guard followsEnvironment else {
      return proxy.map {
        Checkup(
          "proxy", .note, "\($0) is ignored: the system's proxy settings apply")
      } ?? Checkup("proxy", .ok, "the system's proxy settings apply")
    }
    guard let proxy else { return Checkup("proxy", .ok, "no proxy is set") }
    let direct = Self.exemptions.first(where: isSet).map { ", except to hosts in \($0)" } ?? ""
    return Checkup("proxy", .note, "live requests use the one in \(proxy)\(direct)")
  }

  private func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }
}
