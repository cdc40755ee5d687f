import HTTPMessages
import Vocabulary

extension TokenReading {
  /// Where the answer departs from RFC 6749 §5.1 or §5.2, though it could be read.
  var deviations: [Deviation] {
    guard case .success(.object(let members)) = body else { return ofMediaType }
    if let refusal = Refusal(members, of: response) {
      return ofMediaType + ofRefusal(refusal, members)
    }
    return ofMediaType + ofTokens(members)
  }

  /// RFC 6749 §5.1 and §5.2: the parameters come as application/json.
  private var ofMediaType: [Deviation] {
    guard !response.body.isEmpty else { return [] }
    let type = response.fields.value(of: "Content-Type")
    let mediaType = type?.prefix { $0 != ";" && $0 != " " }.lowercased()
    guard mediaType != "application/json" else { return [] }
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
    case nil, .null: add("expires_in is missing, which is recommended.", .rfc6749("5.1"))
    case .number: break
    case let value?: add("expires_in is \(value.kind), and not a number.", .rfc6749("5.1"))
    }
    if case .string(let type) = members["token_type"], type != "Bearer" {
      add(
        "token_type is written '\(type)'. Case does not count there, but a client that compares it with "
          + "Bearer trips over it.", .rfc6750("4"))
    }
    let unknown = members.keys.filter { !Self.specified.contains($0) }.sorted()
    if !unknown.isEmpty {
      add(
        "Not specified: \(unknown.joined(separator: ", ")). A client has to ignore what it does not know.",
        .rfc6749("5.1"))
    }
    return found
  }

  private static let specified = [
    "access_token", "token_type", "expires_in", "refresh_token", "scope",
  ]

  private func ofRefusal(_ refusal: Refusal, _ members: [String: JSONValue]) -> [Deviation] {
    var found: [Deviation] = []
    func add(_ text: String, _ reference: Reference) { found.append(Deviation(text, reference)) }
    if case .string = members["error"] {
      if !Self.errors.contains(refusal.kind) {
        add("The error '\(refusal.kind)' is none of the specified ones.", .rfc6749("5.2"))
      }
    } else {
      add(
        "The error does not have the specified form, {\"error\": \"…\", \"error_description\": \"…\"}, so a "
          + "library that looks for that finds no reason.", .rfc6749("5.2"))
    }
    if response.status != 400, response.status != 401 {
      add("The refusal has status \(response.status), and not 400 or 401.", .rfc6749("5.2"))
    }
    if response.status == 401, response.fields.value(of: "WWW-Authenticate") == nil {
      add("A 401 has to say in WWW-Authenticate how to authenticate.", .rfc9110("15.5.2"))
    }
    return found
  }

  private static let errors = [
    "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client",
    "unsupported_grant_type", "invalid_scope",
  ]
}
