import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension URLSessionConfiguration {
  /// A configuration that keeps nothing: no cookies, no cache, no passwords.
  ///
  /// - Parameter isLoopback: Whether the request stays on this machine; a proxy must not see it then. On
  ///   Linux that cannot be set here: there, the environment's `no_proxy` decides.
  /// - Returns: The configuration, for one session.
  static func forgetful(isLoopback: Bool) -> URLSessionConfiguration {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.httpCookieAcceptPolicy = .never
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    if isLoopback { configuration.connectionProxyDictionary = [:] }
    return configuration
  }
}
