import HTTPMessages
import Vocabulary

extension RedirectCheck {
  /// Checks the URL of the redirect, compared as a string with the redirect URI (RFC 9700 §4.1.3).
  func checkURL() throws(StepFailure) {
    try checkKind()
    let expected = URLParts(expectedRedirectURI.value)
    let received = parts
    // As bytes: Swift also calls texts equal that only look alike. A server does not.
    let isSame = expected.withoutQueryAndFragment.utf8.elementsEqual(
      received.withoutQueryAndFragment.utf8)
    guard isSame, keepsQuery(of: expected, in: received) else {
      let error = (try? parameters.get())?.value(of: "error")
      throw StepFailure(
        .redirectElsewhere,
        "The redirect does not go to the client's redirect URI"
          + (error == nil ? "." : ", and it contains an error."),
        expected: expectedRedirectURI.value,
        received: Self.url(received, comparedWith: expected)
          + (error.map { ", error=" + $0 } ?? ""),
        why: "A redirect that this client did not cause may contain an attacker's "
          + (part == .query ? "code." : "token.") + Self.difference(received, expected),
        reference: .rfc9700("4.1.3"), findings: (try? parameters.get()).map(errors) ?? [])
    }
  }

  /// Names what was pasted by mistake, before anything in it is compared.
  private func checkKind() throws(StepFailure) {
    guard !parts.scheme.isEmpty else {
      throw StepFailure(
        .redirectElsewhere, "This is not a URL.", expected: expectedRedirectURI.value,
        received: redirect.url.isEmpty ? "nothing" : redirect.url,
        why: "Only the whole URL from the address bar shows where the redirect went.",
        reference: .rfc6749("4.1.2"), cause: .notURL)
    }
    let names = names(in: .query)
    if names.contains(where: { $0.hasPrefix("amp;") }) {
      throw StepFailure(
        .redirectMalformed, "The redirect was copied from HTML: it contains &amp; instead of &.",
        expected: "& between the parameters", received: "&amp;",
        why: "Every parameter but the first would have a wrong name.", reference: .rfc6749("4.1.2"))
    }
    if names.contains("response_type"), names.contains("client_id") {
      throw StepFailure(
        .redirectElsewhere, "This is the authorization request from step 2, not the redirect.",
        expected: expectedRedirectURI.value + (part == .query ? "?code=…" : "#access_token=…"),
        received: parts.withoutQueryAndFragment,
        why: "The redirect is the URL that the browser shows after the user has decided.",
        reference: .rfc6749("4.1.2"), cause: .requestGiven)
    }
  }

  /// The parameter names in the query of the redirect URI itself.
  var ownNames: [String] {
    (URLParts(expectedRedirectURI.value).query ?? "").split(separator: "&").map {
      String($0.prefix { $0 != "=" })
    }
  }

  private func keepsQuery(of expected: URLParts, in received: URLParts) -> Bool {
    guard let query = expected.query?.utf8 else { return true }
    guard let rest = received.query?.utf8, rest.starts(with: query) else { return false }
    return rest.count == query.count || rest.dropFirst(query.count).first == UInt8(ascii: "&")
  }

  /// Returns the URL of a redirect with only those parameters that the redirect URI has too.
  ///
  /// The others are the response, which is secret.
  static func url(_ received: URLParts, comparedWith expected: URLParts) -> String {
    let query = ownQuery(received, expected)
    return received.withoutQueryAndFragment + (query.isEmpty ? "" : "?" + query)
  }

  /// Returns a sentence on where the queries differ; empty if the URLs differ before that.
  static func difference(_ received: URLParts, _ expected: URLParts) -> String {
    let isSame = received.withoutQueryAndFragment.utf8.elementsEqual(
      expected.withoutQueryAndFragment.utf8)
    guard isSame, let registered = expected.query else { return "" }
    let query = ownQuery(received, expected)
    let count = zip(query.unicodeScalars, registered.unicodeScalars).prefix { $0 == $1 }.count
    return
      " The queries differ from character \(count + 1): \(rest(registered, count)) is registered, "
      + "\(rest(query, count)) was received. They are compared without decoding, so always encode them alike."
  }

  private static func ownQuery(_ received: URLParts, _ expected: URLParts) -> String {
    let names = Set(pieces(expected.query).map(name))
    return pieces(received.query).filter { names.contains(name($0)) }.joined(separator: "&")
  }

  private static func pieces(_ query: String?) -> [Substring] {
    query?.split(separator: "&", omittingEmptySubsequences: false) ?? []
  }

  private static func name(_ piece: Substring) -> Substring { piece.prefix { $0 != "=" } }

  private static func rest(_ query: String, _ count: Int) -> String {
    let scalars = query.unicodeScalars.dropFirst(count).prefix(12)
    return scalars.isEmpty ? "nothing more" : "'\(String(String.UnicodeScalarView(scalars)))'"
  }
}
