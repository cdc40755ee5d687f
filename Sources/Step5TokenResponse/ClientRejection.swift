package import HTTPMessages
package import Vocabulary

/// Status and challenge of a refusal at an endpoint where the client authenticates: RFC 6749 §5.2, which
/// RFC 7009 §2.2.1 and RFC 7662 §2.3 take over.
package struct ClientRejection {
  /// The error code; `nil` if the refusal has none.
  let kind: String?
  let response: HTTPResponse
  /// The scheme by which the client authenticated in the header; `nil` if it did not, or that is not known.
  let scheme: String?

  /// Describes a refusal.
  package init(kind: String?, response: HTTPResponse, scheme: String?) {
    self.kind = kind
    self.response = response
    self.scheme = scheme
  }

  /// Where it departs from the specification.
  package var departures: [Departure] { [ofStatus, ofChallenge].compactMap(\.self) }

  /// 400, or 401 for a client that was not authenticated.
  private var ofStatus: Departure? {
    guard let kind else {
      return 400...401 ~= response.status
        ? Departure("The refusal does not say why: error is missing.", .rfc6749("5.2")) : nil
    }
    switch (response.status, kind) {
    case (400, "invalid_client"):
      return scheme.map {
        Departure(
          "The client authenticated in the header, by \($0): invalid_client then has status 401, and not 400.",
          .rfc6749("5.2"))
      }
    case (400, _), (401, "invalid_client"): return nil
    case (401, _):
      return Departure(
        "The refusal \(kind) has status 401, and not 400: 401 is for invalid_client.",
        .rfc6749("5.2"))
    default:
      return Departure(
        "The refusal has status \(response.status), and not 400 or 401.", .rfc6749("5.2"))
    }
  }

  /// What a 401 says in `WWW-Authenticate`: the scheme that the client used, where it used one.
  private var ofChallenge: Departure? {
    guard response.status == 401 else { return nil }
    let challenges = AuthenticationChallenge.all(in: response.fields)
    guard !challenges.isEmpty else {
      return Departure(
        "A 401 has to say in WWW-Authenticate how to authenticate.", .rfc9110("15.5.2"))
    }
    if let scheme, !challenges.contains(where: { $0.scheme.lowercased() == scheme.lowercased() }) {
      let names = challenges.map(\.scheme).joined(separator: ", ")
      return Departure(
        "The client authenticated by \(scheme), and WWW-Authenticate asks for \(names): it has to name the "
          + "scheme that the client used.", .rfc6749("5.2"))
    }
    let basic = challenges.first { $0.scheme.lowercased() == "basic" }
    guard let basic, basic.parameters["realm"] == nil else { return nil }
    return Departure("WWW-Authenticate: Basic has no realm, which is required.", .rfc7617("2"))
  }
}
