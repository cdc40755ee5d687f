import HTTPMessages
import Vocabulary

/// The check of redirect URIs for registration with the practice server.
public enum RedirectRegistration {
  /// Checks a redirect URI.
  ///
  /// - Parameter uri: The URI to register.
  /// - Returns: The objection as a clause without a period, or `nil` for a valid URI.
  public static func objection(to uri: String) -> String? {
    do throws(RedirectURI.Fault) {
      _ = try RedirectURI(uri)
    } catch {
      return "\(error)"
    }
    let parts = URLParts(uri)
    let scheme = parts.scheme.lowercased()
    if parts.authority.contains("*") {
      return
        "a redirect URI is compared character by character, so * has no special meaning "
        + "(RFC 9700 §4.1.3); practice --with any-loopback-port accepts any port on loopback"
    }
    if executable.contains(scheme) {
      return "a browser does not navigate to a \(scheme): URL, but runs or displays its content"
    }
    if scheme != "http", scheme != "https", !scheme.contains(".") {
      return
        "this server accepts the scheme of an app only with a period, as in "
        + "com.example.app:/callback, because it must be based on a domain name that the app's "
        + "maker owns (RFC 8252 §7.1, §8.4)"
    }
    return nil
  }

  /// The schemes whose URLs are themselves the content.
  private static let executable: Set = ["javascript", "data", "vbscript", "about", "blob", "file"]
}
