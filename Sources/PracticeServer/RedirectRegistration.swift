import HTTPMessages
import Vocabulary

/// What keeps a redirect URI from being registered with the practice server.
public enum RedirectRegistration {
  /// Looks at a redirect URI.
  ///
  /// - Parameter uri: The URI as it is to be registered.
  /// - Returns: What is wrong with it, as the end of a sentence; `nil` for a good one.
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
        "a redirect URI is compared sign by sign, so that * has no meaning (RFC 9700 §4.1.3); practice "
        + "--with any-loopback-port takes any port on loopback"
    }
    if executable.contains(scheme) {
      return "a browser does not go to a \(scheme): address, but runs or shows what it says"
    }
    if scheme != "http", scheme != "https", !scheme.contains(".") {
      return
        "the scheme of an app has a period, as in com.example.app:/callback, since it begins with a domain name that "
        + "the app's maker owns (RFC 8252 §7.1, §8.4)"
    }
    return nil
  }

  /// Schemes whose address is itself the content.
  private static let executable: Set = ["javascript", "data", "vbscript", "about", "blob", "file"]
}
