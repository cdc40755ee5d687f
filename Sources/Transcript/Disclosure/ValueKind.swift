import Vocabulary

/// The kind of a value, derived from its name: the allow-list.
///
/// The names come from the glossary. The value of a name without an entry is not trusted.
enum ValueKind: Hashable {
  /// Text, times, and numbers that are not secret; opaque parts of it are still hidden.
  case text
  /// Names separated by spaces, each judged alone.
  case scope
  /// Text about the user: shown on a screen, replaced in a recording.
  case person
  /// The value that ties a redirect to its request; replaced in a recording.
  case state
  /// A credential, hidden everywhere.
  case secret
  /// A value without a glossary entry.
  case unknown

  /// The part of a message in which a name was received.
  enum Part: CaseIterable, Hashable {
    case redirect, field, body

    fileprivate var places: [Place] {
      switch self {
      case .redirect: [.authorizationResponse, .implicitResponse]
      case .field: [.requestField, .responseField]
      case .body: [.tokenResponse, .tokenUseResponse, .metadata]
      }
    }
  }

  /// Returns the kind of a value.
  ///
  /// - Parameters:
  ///   - path: The names that lead to it, the outermost first. Its longest known end decides.
  ///   - part: The part of the message that it was received in.
  /// - Returns: The kind, or `unknown` if nothing explains the name.
  static func of(_ path: [String], in part: Part) -> ValueKind {
    let names = path.map { $0.replacing("[]", with: "").lowercased() }
    for start in names.indices {
      let name = names[start...].joined(separator: ".")
      if let kind = known[part]?[name] ?? everywhere[name] { return kind }
    }
    if let last = names.last, announcedEndings.contains(where: last.hasSuffix) { return .text }
    return path.contains(where: namesCredential) ? .secret : .unknown
  }

  /// Whether the glossary or this table explains a name.
  static func isKnown(_ name: String) -> Bool {
    let name = name.lowercased()
    return everywhere[name] != nil || Part.allCases.contains { known[$0]?[name] != nil }
  }

  /// Whether an unknown name indicates a credential.
  static func namesCredential(_ name: String) -> Bool {
    let words = words(in: name)
    guard let last = words.last, !aboutCredentials.contains(last) else { return false }
    return words.contains {
      credentials.contains($0) || credentials.contains(String($0.dropLast()))
    }
      || credentials.contains(words.joined())
  }

  /// Returns the words of a name in lower case, such as those of `x-api-key` or `accessToken`.
  private static func words(in name: String) -> [String] {
    var words = [""]
    var isAfterCapital = true
    for scalar in name.unicodeScalars {
      let isCapital = "A"..."Z" ~= scalar
      let isLetter = isCapital || "a"..."z" ~= scalar
      if !isLetter || isCapital && !isAfterCapital { words.append("") }
      if isLetter { words[words.count - 1] += String(scalar).lowercased() }
      isAfterCapital = isCapital || !isLetter
    }
    return words.filter { !$0.isEmpty }
  }

  private static let known: [Part: [String: ValueKind]] = Dictionary(
    uniqueKeysWithValues: Part.allCases.map { part in
      let entries = Glossary.entries.filter { part.places.contains($0.place) }.flatMap(\.entries)
      let kinds = entries.map { entry in
        let name = entry.name.replacing("[]", with: "").lowercased()
        let kind = exceptions[name] ?? (entry.isSecret ? .secret : everywhere[name] ?? .text)
        return (name, kind)
      }
      return (part, Dictionary(kinds) { first, _ in first })
    })

  /// Names of the glossary whose values are more than text.
  private static let exceptions: [String: ValueKind] = [
    "state": .state, "scope": .scope, "scopes_supported": .scope, "user_id": .person,
    "user.displayname": .person, "user.encodedid": .person,
    "user.membersince": .person, "user.timezone": .person,
    // These contain names and values, which are judged one by one.
    "location": .text, "set-cookie": .secret,
  ]

  /// Names with the same meaning in every part of a message.
  ///
  /// They are the workbench's own for compared values, claims of OpenID Connect Core, members of
  /// RFC 9457 and of Google's errors, and header fields for scripts of other origins.
  private static let everywhere: [String: ValueKind] = {
    let text = [
      "received_issuer", "error", "error_description", "error_uri", "errors", "token_type",
      "expires_in", "exp", "iat", "nbf", "iss", "aud", "auth_time", "updated_at", "active",
      "locale",
      "zoneinfo", "email_verified", "title", "detail", "status", "message", "reason", "timestamp",
      "error_code", "status_code", "statuscode", "error.errors.message", "error.errors.reason",
      "error.errors.domain", "error.details.reason", "error.details.domain",
      "access-control-allow-origin", "access-control-allow-credentials",
    ]
    let person = [
      "sub", "name", "given_name", "family_name", "middle_name", "nickname", "preferred_username",
      "username", "profile", "picture", "website", "email", "gender", "birthdate", "phone_number",
    ]
    let kinds: [(String, ValueKind)] =
      text.map { ($0, .text) } + person.map { ($0, .person) }
      + [
        ("received_state", .state), ("expected_state", .state), ("scope", .scope),
        ("scope_not_granted", .scope), ("scope_not_requested", .scope),
      ]
    return Dictionary(kinds) { first, _ in first }
  }()

  /// Endings of names in a server's metadata (RFC 8414 §2).
  private static let announcedEndings = ["_supported", "_endpoint"]

  /// Words in a name that indicate a credential.
  private static let credentials: Set = [
    "token", "secret", "password", "passwd", "passphrase", "pwd", "pin", "otp", "code", "key",
    "assertion", "cookie", "session", "sid", "credential", "authorization", "auth", "ticket",
    "verifier", "jwt", "signature", "csrf", "xsrf", "bearer", "nonce", "apikey",
  ]

  /// Last words of names that describe a credential without containing it.
  private static let aboutCredentials: Set = [
    "type", "endpoint", "uri", "url", "in", "at", "expires", "method", "methods", "supported",
    "alg",
    "hint", "count", "limit", "status", "lifetime", "ttl", "iframe",
  ]
}
