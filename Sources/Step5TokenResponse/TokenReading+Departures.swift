import HTTPMessages
import Vocabulary

extension TokenReading {
  /// The departures from RFC 6749 §5.1 or §5.2 in a response that could be read.
  var departures: [Departure] {
    guard case .success(.object(let members)) = body else {
      guard response.body.isEmpty, 400...401 ~= response.status else { return ofMediaType }
      return ClientRejection(kind: nil, response: response, scheme: step.scheme).departures
    }
    let found = ofMediaType + ofRepetition
    if let rejection = ErrorResponse(members, of: response) {
      return found + ofRejection(rejection, members)
    }
    return found + ofTokens(members)
  }

  /// The departure of repeated member names (RFC 8259 §4).
  private var ofRepetition: [Departure] {
    guard !repeated.isEmpty else { return [] }
    return [Departure("More than once in the response: \(repeated.listed()).", .rfc8259("4"))]
  }

  /// The departure of a media type other than application/json (RFC 6749 §5.1, §5.2).
  private var ofMediaType: [Departure] {
    guard !response.body.isEmpty, response.mediaType != "application/json" else { return [] }
    let type = response.fields.value(of: "Content-Type")
    let sentence =
      type.map { "The Content-Type of the response is \($0), not application/json." }
      ?? "The response has no Content-Type. It must be application/json."
    return [Departure(sentence, .rfc6749("5.1"))]
  }

  private func ofTokens(_ members: [String: JSONValue]) -> [Departure] {
    var found: [Departure] = []
    func add(_ text: String, _ reference: Reference) { found.append(Departure(text, reference)) }
    let stores = response.fields.value(of: "Cache-Control")?.lowercased().contains("no-store")
    if stores != true {
      add("Cache-Control: no-store is missing: a cache could store the tokens.", .rfc6749("5.1"))
    }
    switch members["expires_in"] {
    case nil, .null, .number: break
    case let value?: add("expires_in is \(value.kind), not a number.", .rfc6749("5.1"))
    }
    if let scope = members["scope"]?.text, isSeparatedByCommas(scope) {
      add("scope has commas between the scopes, not spaces.", .rfc6749("3.3"))
    }
    if let token = members["access_token"]?.text, !Grammar.isBearerToken(token) {
      add(
        "access_token contains a character that is not allowed in a bearer token.", .rfc6750("2.1"))
    }
    if let token = members["refresh_token"]?.text, !Grammar.isVisible(token) {
      add(
        "refresh_token contains a character that is not printable ASCII.",
        .rfc6749("Appendix A.17"))
    }
    return found
  }

  private func ofRejection(_ rejection: ErrorResponse, _ members: [String: JSONValue])
    -> [Departure]
  {
    var found: [Departure] = []
    func add(_ text: String, _ reference: Reference) { found.append(Departure(text, reference)) }
    if case .string = members["error"] {
      if ErrorCode.named(rejection.kind, in: .token) == nil {
        add(
          "No specification known here defines the error '\(rejection.kind)' for a token response.",
          .rfc6749("5.2"))
      }
      for name in ["error", "error_description"] where !Grammar.isErrorText(members[name]?.text) {
        add("\(name) contains a character that is not allowed.", .rfc6749("5.2"))
      }
    } else {
      add(
        "The error does not have the specified form, {\"error\": \"…\", \"error_description\": \"…\"}. A "
          + "library that expects that form finds no reason.", .rfc6749("5.2"))
    }
    return found
      + ClientRejection(kind: rejection.kind, response: response, scheme: step.scheme).departures
  }
}
