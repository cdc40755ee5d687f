import Terminal

/// Which proxy live requests go through; its address may hold a password, and is not shown.
struct ProxyCheck {
  let environment: [String: String]
  /// Whether the system asks the environment for a proxy.
  var followsEnvironment = Platform.takesProxyFromEnvironment

  /// The variables that libcurl asks for a proxy for https; the first one that is not empty counts.
  private static let names = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
  /// The variables with the hosts that are called directly; the first one counts.
  private static let exemptions = ["no_proxy", "NO_PROXY"]

  var checkup: Checkup {
    let proxy = Self.names.first(where: isSet)
    guard followsEnvironment else {
      return proxy.map {
        Checkup(
          "proxy", .note, "\($0) is not used: the system's own proxy settings decide")
      } ?? Checkup("proxy", .ok, "the system's own proxy settings decide")
    }
    guard let proxy else { return Checkup("proxy", .ok, "the environment names none") }
    let direct = Self.exemptions.first(where: isSet).map { ", except to the hosts in \($0)" } ?? ""
    return Checkup("proxy", .note, "live requests go through the one in \(proxy)\(direct)")
  }

  private func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }
}
