import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension URLSessionConfiguration {
  /// Returns a configuration that stores no cookies, cache, or passwords.
  ///
  /// - Parameter isLoopback: Whether the request stays on this machine, so no proxy may see it. On
  ///   Linux this cannot be set here; the environment variable `no_proxy` decides.
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
