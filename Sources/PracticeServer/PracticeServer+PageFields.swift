import HTTPMessages

extension PracticeServer {
  /// The header fields that guard a page.
  ///
  /// - Parameters:
  ///   - formTarget: Where the page's form may lead in the end, besides this server.
  ///   - rules: The rules, of which those about pages may be off.
  func pageFields(formTarget: String?, _ rules: inout RuleBook) -> [HTTPField] {
    let parts = formTarget.map(URLParts.init)
    let target = parts.map { " \($0.scheme)://\($0.authority)" } ?? ""
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
}
