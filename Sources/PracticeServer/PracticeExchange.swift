import HTTPMessages

/// One request on its way through the server, with the rules and what is to be logged.
struct PracticeExchange {
  let request: HTTPRequest
  var rules: RuleBook
  var summary = ""
  /// Why the request was refused, or what is weak about it, in more words than the answer has.
  var cause: String?

  var path: String { URLParts(request.url).path }

  /// The parameters of the query; `nil` if it cannot be decoded.
  var query: Form? { request.query?.withoutEmptyValues }

  /// The name of a token request's parameter in the query; `nil` if none is there.
  var misplacedParameter: String? {
    // Nearly every token request has no query, and needs no decoding.
    guard request.url.utf8.contains(UInt8(ascii: "?")) else { return nil }
    return query?.pairs.map(\.name).first(where: Self.tokenParameters.contains)
  }

  /// RFC 6749 §2.3.1, §4.1.3, §4.4.2 and §6, RFC 7636 §4.5, and Fitbit's `expires_in`.
  private static let tokenParameters: Set = [
    "grant_type", "code", "redirect_uri", "client_id", "client_secret", "code_verifier",
    "refresh_token", "scope", "expires_in",
  ]

  /// The parameters of a form body; `nil` if it is none or cannot be decoded.
  var form: Form? {
    let type = request.fields.value(of: "Content-Type") ?? ""
    if type != Form.mediaType {
      // RFC 9110 §8.3.1: a charset may follow, and case does not matter.
      let media = type.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
      guard media == Form.mediaType else { return nil }
    }
    let decoded = try? Form(decoding: String(decoding: request.body, as: UTF8.self))
    return decoded?.withoutEmptyValues
  }

  /// The answer with the fields that every answer has.
  mutating func finish(_ response: HTTPResponse) -> HTTPResponse {
    var fields = response.fields
    if rules.isOn(.noStore) {
      // RFC 6749 §5.1 wants it for tokens; here nothing at all is worth keeping.
      fields.append(HTTPField("Cache-Control", "no-store"))
      fields.append(HTTPField("Pragma", "no-cache"))
    } else {
      rules.note(.noStore)
    }
    return HTTPResponse(status: response.status, fields: fields, body: response.body)
  }
}

extension PracticeExchange {
  /// The name of the cookie that tells one browser from another.
  static let cookieName = "practice_browser"

  /// Whether the browser says that another site's page sent this form, in Sec-Fetch-Site or in Origin.
  ///
  /// The pages of this server send no Referer, and so browsers send `Origin: null` with their forms.
  var comesFromElsewhere: Bool {
    if let site = request.fields.value(of: "Sec-Fetch-Site") {
      return site != "same-origin" && site != "none"
    }
    guard let origin = request.fields.value(of: "Origin"), origin != "null" else { return false }
    let authority = URLParts(origin).authority
    return authority != request.fields.value(of: "Host")
      && authority != URLParts(request.url).authority
  }

  /// The value of that cookie; `nil` if the browser sent none.
  ///
  /// An empty one counts as none: two browsers without a cookie are not the same browser.
  var browserCookie: String? {
    let cookies = request.fields.value(of: "Cookie")?.split(separator: ";") ?? []
    let wanted = Self.cookieName + "="
    return cookies.map { $0.drop { $0 == " " } }.first { $0.hasPrefix(wanted) }
      .map { String($0.dropFirst(wanted.count)) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension Form {
  /// The form without what has no value: RFC 6749 §3.1 and §3.2 count it as omitted.
  var withoutEmptyValues: Form { Form(pairs.filter { !$0.value.isEmpty }) }
}
