import HTTPMessages

extension PracticeServer {
  /// The header fields that guard a page.
  ///
  /// - Parameters:
  ///   - formTarget: Where the page's form may lead in the end, besides this server.
  ///   - rules: The rules, of which those about pages may be off.
  /// - Returns: The fields.
  func pageFields(formTarget: String?, _ rules: inout RuleBook) -> [HTTPField] {
    let target = formTarget.map { " " + Self.source(of: $0) } ?? ""
    // Browsers hold a redirect after a form against form-action, too.
    var policy =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'\(target); base-uri 'none'"
    var fields = [HTTPField("X-Content-Type-Options", "nosniff")]
    if rules.isOn(.noFraming) {
      policy += "; frame-ancestors 'none'"
      fields.append(HTTPField("X-Frame-Options", "DENY"))
    } else {
      rules.note(.noFraming)
    }
    if rules.isOn(.noReferrer) {
      fields.append(HTTPField("Referrer-Policy", "no-referrer"))
    } else {
      rules.note(.noReferrer)
    }
    return fields + [HTTPField("Content-Security-Policy", policy)]
  }

  /// A redirect URI as a content security policy names it.
  ///
  /// The policy's grammar has no IPv6 addresses, and an app's own scheme may have no host: then the
  /// scheme alone must do. So it must for a host with a sign that would end the directive.
  private static func source(of redirectURI: String) -> String {
    let parts = URLParts(redirectURI)
    let isPlain =
      !parts.authority.isEmpty
      && parts.authority.utf8.allSatisfy {
        0x30...0x3A ~= $0 || 0x61...0x7A ~= $0 | 0x20 || $0 == 0x2D || $0 == 0x2E
      }
    return isPlain ? "\(parts.scheme)://\(parts.authority)" : "\(parts.scheme):"
  }
}
