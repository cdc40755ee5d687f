import HTTPMessages
import Vocabulary

extension TokenReading {
  /// Where the answer departs from RFC 6749 §5.1 or §5.2, though it could be read.
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

  /// RFC 8259 §4: names within an object should be unique.
  private var ofRepetition: [Departure] {
    guard !repeated.isEmpty else { return [] }
    return [Departure("More than once in the answer: \(repeated.listed()).", .rfc8259("4"))]
  }

  /// RFC 6749 §5.1 and §5.2: the parameters come as application/json.
  private var ofMediaType: [Departure] {
    guard !response.body.isEmpty, response.mediaType != "application/json" else { return [] }
    let type = response.fields.value(of: "Content-Type")
    return [
      Departure(
        "The answer comes as \(type ?? "nothing named"), and not as application/json.",
        .rfc6749("5.1"))
    ]
  }

  private func ofTokens(_ members: [String: JSONValue]) -> [Departure] {
    var found: [Departure] = []
    func add(_ text: String, _ reference: Reference) { found.append(Departure(text, reference)) }
    let stores = response.fields.value(of: "Cache-Control")?.lowercased().contains("no-store")
    if stores != true {
      add("Cache-Control: no-store is missing: a cache might keep the tokens.", .rfc6749("5.1"))
    }
    switch members["expires_in"] {
    case nil, .null, .number: break
    case let value?: add("expires_in is \(value.kind), and not a number.", .rfc6749("5.1"))
    }
    if let scope = members["scope"]?.text, isSeparatedByCommas(scope) {
      add("scope has commas between the names, and not spaces.", .rfc6749("3.3"))
    }
    if let token = members["access_token"]?.text, !Grammar.isBearerToken(token) {
      add("access_token has a character that a Bearer header may not hold.", .rfc6750("2.1"))
    }
    if let token = members["refresh_token"]?.text, !Grammar.isVisible(token) {
      add(
        "refresh_token has a character besides the printable ones of ASCII.",
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
          "No specification known here has the error '\(rejection.kind)' for a token response.",
          .rfc6749("5.2"))
      }
      for name in ["error", "error_description"] where !Grammar.isErrorText(members[name]?.text) {
        add("\(name) has a character that it may not have.", .rfc6749("5.2"))
      }
    } else {
      add(
        "The error does not have the specified form, {\"error\": \"…\", \"error_description\": \"…\"}, so a "
          + "library that looks for that finds no reason.", .rfc6749("5.2"))
    }
    return found
      + ClientRejection(kind: rejection.kind, response: response, scheme: step.scheme).departures
  }
}
