import HTTPMessages

/// A request during its processing, with the rules and the data for the log.
struct PracticeExchange {
  let request: HTTPRequest
  var rules: RuleBook
  var summary = ""
  /// The cause of a rejection or a weakness of the request, in more detail than the response.
  var cause: String?

  var path: String { URLParts(request.url).path }

  /// The parameters of the query, or `nil` if it cannot be decoded.
  var query: Form? { request.query?.withoutEmptyValues }

  /// The name of a token request parameter in the query, or `nil` if it has none.
  var misplacedParameter: String? {
    // The fast path: nearly every token request has no query.
    guard request.url.utf8.contains(UInt8(ascii: "?")) else { return nil }
    return query?.pairs.map(\.name).first(where: Self.tokenParameters.contains)
  }

  /// The parameters of token requests.
  ///
  /// RFC 6749 §2.3.1, §4.1.3, §4.4.2, and §6, RFC 7636 §4.5, and Fitbit's `expires_in`.
  private static let tokenParameters: Set = [
    "grant_type", "code", "redirect_uri", "client_id", "client_secret", "code_verifier",
    "refresh_token", "scope", "expires_in",
  ]

  /// The parameters of the body, or `nil` if it is not a form that can be decoded.
  var form: Form? { request.form?.withoutEmptyValues }

  /// Returns the response with the header fields of every response.
  mutating func finish(_ response: HTTPResponse) -> HTTPResponse {
    var fields = response.fields
    if rules.isOn(.noStore) {
      // RFC 6749 §5.1 requires it for tokens; here nothing is worth caching.
      fields.append(HTTPField("Cache-Control", "no-store"))
      fields.append(HTTPField("Pragma", "no-cache"))
    } else {
      rules.note(.noStore)
    }
    return HTTPResponse(status: response.status, fields: fields, body: response.body)
  }
}

extension PracticeExchange {
  /// The name of the cookie that identifies a browser.
  static let cookieName = "practice_browser"

  /// Whether another site's page sent this form, according to Sec-Fetch-Site or Origin.
  ///
  /// This server's pages send no Referer, so browsers send `Origin: null` with their forms.
  var comesFromElsewhere: Bool {
    if let site = request.fields.value(of: "Sec-Fetch-Site") {
      return site != "same-origin" && site != "none"
    }
    guard let origin = request.fields.value(of: "Origin"), origin != "null" else { return false }
    let authority = URLParts(origin).authority
    return authority != request.fields.value(of: "Host")
      && authority != URLParts(request.url).authority
  }

  /// The value of the browser's cookie, or `nil` if it sent none.
  ///
  /// An empty value counts as missing: two browsers without a cookie are not the same browser.
  var browserCookie: String? {
    let cookies = request.fields.value(of: "Cookie")?.split(separator: ";") ?? []
    let prefix = Self.cookieName + "="
    return cookies.map { $0.drop { $0 == " " } }.first { $0.hasPrefix(prefix) }
      .map { String($0.dropFirst(prefix.count)) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension Form {
  /// The form without parameters that have no value, which count as omitted (RFC 6749 §3.1, §3.2).
  var withoutEmptyValues: Form { Form(pairs.filter { !$0.value.isEmpty }) }
}
