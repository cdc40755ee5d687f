package import HTTPMessages
package import Vocabulary

/// The status and challenge of a rejection by an endpoint that authenticates the client.
///
/// RFC 6749 §5.2 defines them; RFC 7009 §2.2.1 and RFC 7662 §2.3 refer to it.
package struct ClientRejection {
  /// The error code, or `nil` if the rejection has none.
  let kind: String?
  let response: HTTPResponse
  /// The scheme in the client's `Authorization` field, or `nil` if there was none or it is unknown.
  let scheme: String?

  /// Creates the description of a rejection.
  package init(kind: String?, response: HTTPResponse, scheme: String?) {
    self.kind = kind
    self.response = response
    self.scheme = scheme
  }

  /// The departures from the specification.
  package var departures: [Departure] { [ofStatus, ofChallenge].compactMap(\.self) }

  /// The departure of the status: 401 is for failed client authentication, 400 for the rest.
  private var ofStatus: Departure? {
    guard let kind else {
      return 400...401 ~= response.status
        ? Departure("The rejection gives no reason: error is missing.", .rfc6749("5.2")) : nil
    }
    switch (response.status, kind) {
    case (400, "invalid_client"):
      return scheme.map {
        Departure(
          "The client authenticated in the Authorization header field (\($0)), so invalid_client must have "
            + "status 401, not 400.",
          .rfc6749("5.2"))
      }
    case (400, _), (401, "invalid_client"): return nil
    case (401, _):
      return Departure(
        "The error \(kind) has status 401, not 400. Status 401 is for invalid_client.",
        .rfc6749("5.2"))
    default:
      return Departure(
        "The error has status \(response.status), not 400 or 401.", .rfc6749("5.2"))
    }
  }

  /// The departure of `WWW-Authenticate` in a 401, which must name the scheme of the client.
  private var ofChallenge: Departure? {
    guard response.status == 401 else { return nil }
    let challenges = AuthenticationChallenge.all(in: response.fields)
    guard !challenges.isEmpty else {
      return Departure(
        "A 401 must name an authentication scheme in WWW-Authenticate.", .rfc9110("15.5.2"))
    }
    if let scheme, !challenges.contains(where: { $0.scheme.lowercased() == scheme.lowercased() }) {
      let names = challenges.map(\.scheme).joined(separator: ", ")
      return Departure(
        "The client authenticated with \(scheme), but WWW-Authenticate names \(names). It must name the "
          + "scheme that the client used.", .rfc6749("5.2"))
    }
    let basic = challenges.first { $0.scheme.lowercased() == "basic" }
    guard let basic, basic.parameters["realm"] == nil else { return nil }
    return Departure("WWW-Authenticate: Basic has no realm, which is required.", .rfc7617("2"))
  }
}
