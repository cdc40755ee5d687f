import HTTPMessages
import Vocabulary

extension RedirectCheck {
  /// RFC 9700 §4.1.3: redirect URIs are compared as strings, so no slash may be added or missing.
  func checkAddress() throws(StepFailure) {
    try checkKind()
    let expected = URLParts(expectedRedirectURI.value)
    let received = parts
    // As bytes: Swift takes texts for equal that merely look alike, and a server does not.
    let isSame = expected.withoutQueryAndFragment.utf8.elementsEqual(
      received.withoutQueryAndFragment.utf8)
    guard isSame, keepsQuery(of: expected, in: received) else {
      let error = (try? answer.get())?.value(of: "error")
      throw StepFailure(
        .redirectElsewhere,
        "The redirect goes to another address than the app's redirect URI"
          + (error == nil ? "." : ", and carries an error."),
        expected: expectedRedirectURI.value,
        received: Self.address(received, comparedWith: expected)
          + (error.map { ", error=" + $0 } ?? ""),
        why:
          "A redirect that this app did not ask for may carry \(part == .query ? "somebody else's code" : "somebody else's token")."
          + Self.parting(received, expected),
        reference: .rfc9700("4.1.3"), findings: (try? answer.get()).map(errors) ?? [])
    }
  }

  /// What is pasted by mistake is named, before anything in it is compared.
  private func checkKind() throws(StepFailure) {
    guard !parts.scheme.isEmpty else {
      throw StepFailure(
        .redirectElsewhere, "This is not a URL.", expected: expectedRedirectURI.value,
        received: redirect.url.isEmpty ? "nothing" : redirect.url,
        why: "Only the whole address from the browser shows where the redirect went.",
        reference: .rfc6749("4.1.2"), cause: .notURL)
    }
    let names = names(in: .query)
    if names.contains(where: { $0.hasPrefix("amp;") }) {
      throw StepFailure(
        .redirectMalformed, "The redirect was copied from HTML: there &amp; stands for &.",
        expected: "& between the parameters", received: "&amp;",
        why: "Each parameter but the first would get another name.", reference: .rfc6749("4.1.2"))
    }
    if names.contains("response_type"), names.contains("client_id") {
      throw StepFailure(
        .redirectElsewhere, "This is the authorization request of step 2, not the redirect.",
        expected: expectedRedirectURI.value + (part == .query ? "?code=…" : "#access_token=…"),
        received: parts.withoutQueryAndFragment,
        why: "The redirect is the address that the browser shows after the user has decided.",
        reference: .rfc6749("4.1.2"), cause: .requestGiven)
    }
  }

  /// The names in the query of the redirect URI itself, which are the app's own.
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

  /// A redirect's address, with what can be compared of its query: the parameters of the redirect URI.
  ///
  /// The others are the answer, and secret.
  static func address(_ received: URLParts, comparedWith expected: URLParts) -> String {
    let query = ownQuery(received, expected)
    return received.withoutQueryAndFragment + (query.isEmpty ? "" : "?" + query)
  }

  /// Where the query of a redirect parts from that of the redirect URI; empty if the addresses differ before.
  static func parting(_ received: URLParts, _ expected: URLParts) -> String {
    let isSame = received.withoutQueryAndFragment.utf8.elementsEqual(
      expected.withoutQueryAndFragment.utf8)
    guard isSame, let wanted = expected.query else { return "" }
    let query = ownQuery(received, expected)
    let count = zip(query.unicodeScalars, wanted.unicodeScalars).prefix { $0 == $1 }.count
    return " The queries part at character \(count + 1): \(rest(wanted, count)) is registered, "
      + "\(rest(query, count)) came back. They are compared as they stand, so keep one way to write it."
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
