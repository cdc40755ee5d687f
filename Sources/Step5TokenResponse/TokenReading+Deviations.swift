import HTTPMessages
import Vocabulary

extension TokenReading {
  /// Where the answer departs from RFC 6749 §5.1 or §5.2, though it could be read.
  var deviations: [Deviation] {
    guard case .success(.object(let members)) = body else {
      guard response.body.isEmpty, 400...401 ~= response.status else { return ofMediaType }
      return ClientRefusal(kind: nil, response: response, scheme: step.scheme).deviations
    }
    let found = ofMediaType + ofRepetition
    if let refusal = Refusal(members, of: response) { return found + ofRefusal(refusal, members) }
    return found + ofTokens(members)
  }

  /// RFC 8259 §4: names within an object should be unique.
  private var ofRepetition: [Deviation] {
    guard !repeated.isEmpty else { return [] }
    return [Deviation("More than once in the answer: \(repeated.listed()).", .rfc8259("4"))]
  }

  /// RFC 6749 §5.1 and §5.2: the parameters come as application/json.
  private var ofMediaType: [Deviation] {
    guard !response.body.isEmpty, response.mediaType != "application/json" else { return [] }
    let type = response.fields.value(of: "Content-Type")
    return [
      Deviation(
        "The answer comes as \(type ?? "nothing named"), and not as application/json.",
        .rfc6749("5.1"))
    ]
  }

  private func ofTokens(_ members: [String: JSONValue]) -> [Deviation] {
    var found: [Deviation] = []
    func add(_ text: String, _ reference: Reference) { found.append(Deviation(text, reference)) }
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

  private func ofRefusal(_ refusal: Refusal, _ members: [String: JSONValue]) -> [Deviation] {
    var found: [Deviation] = []
    func add(_ text: String, _ reference: Reference) { found.append(Deviation(text, reference)) }
    if case .string = members["error"] {
      if ErrorCode.named(refusal.kind, in: .token) == nil {
        add(
          "No specification known here has the error '\(refusal.kind)' for a token response.",
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
      + ClientRefusal(kind: refusal.kind, response: response, scheme: step.scheme).deviations
  }
}
