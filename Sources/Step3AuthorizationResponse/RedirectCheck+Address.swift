import HTTPMessages
import Vocabulary

extension RedirectCheck {
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
