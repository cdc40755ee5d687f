import HTTPMessages

extension PracticeServer {
  /// Returns the header fields that protect a page.
  ///
  /// - Parameters:
  ///   - formTarget: The redirect URI that a submitted form may lead to, or `nil` for none.
  ///   - rules: The rules; those about pages may be off.
  /// - Returns: The fields.
  func pageFields(formTarget: String?, _ rules: inout RuleBook) -> [HTTPField] {
    let target = formTarget.map { " " + Self.source(of: $0) } ?? ""
    // Browsers apply form-action also to a redirect after a form.
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

  /// Returns a redirect URI as a source of a content security policy.
  ///
  /// It is only the scheme if there is no host, as with an app's own scheme, if the host is an IPv6
  /// address, which the policy's grammar lacks, or if a character in it would end the directive.
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
