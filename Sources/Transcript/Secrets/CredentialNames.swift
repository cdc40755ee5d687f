import Vocabulary

/// What a name says about its value, for values that nobody has explained.
enum CredentialNames {
  enum Verdict {
    /// It opens something, or proves who somebody is.
    case credential
    /// It says who a user is.
    case personal
    /// It is known to be neither.
    case harmless
    case unknown
  }

  /// What a value of this name is taken for; rather a credential too many than one too few.
  static func verdict(on name: String, _ kind: NamedValue.Kind) -> Verdict {
    let name = name.lowercased().replacing("-", with: "_")
    if personal.contains(name.replacing("_", with: "")) { return .personal }
    switch kind {
    case .parameter where onlyInParameters.contains(name): return .credential
    case .member, .number:
      // In JSON these are the server's own words, such as an error code.
      if onlyInParameters.contains(name) { return .unknown }
    case .field:
      if harmlessFields.contains(name) { return .harmless }
    default: break
    }
    if harmlessNames.contains(name) { return .harmless }
    if whole.contains(name) { return .credential }
    if harmlessParts.contains(where: name.contains) { return .harmless }
    return parts.contains(where: name.contains) ? .credential : .unknown
  }

  private static let onlyInParameters: Set = ["code", "state", "nonce"]

  /// Parts of a name that give a credential away.
  private static let parts = [
    "token", "secret", "password", "passwd", "passphrase", "assertion", "cookie", "session",
    "credential", "authorization", "api_key", "apikey", "private_key", "signature", "jwt", "csrf",
    "xsrf", "verifier", "bearer", "ticket", "otp",
  ]

  /// Names that give it away only as a whole: within longer words they mean nothing.
  private static let whole: Set = ["sid", "pin", "pwd", "pass", "key", "auth", "sig", "jti"]

  /// Parts of a name that tell about a credential, and are none.
  private static let harmlessParts = [
    "expire", "expir", "lifetime", "ttl", "_type", "endpoint", "_uri", "_url", "status",
    "supported",
    "method", "_count", "_limit", "issued_at", "_alg", "_hint",
  ]

  private static let personal: Set = [
    "userid", "user", "username", "uid", "login", "loginhint", "sub", "subject", "email", "mail",
    "phone", "phonenumber", "givenname", "familyname", "firstname", "lastname", "fullname",
    "displayname", "nickname", "encodedid", "birthdate", "dateofbirth", "address", "avatar",
  ]

  /// Names that the glossary explains without calling their value secret anywhere.
  private static let harmlessNames: Set<String> = {
    let entries = Glossary.entries.filter { $0.place != .word }.flatMap(\.entries)
    let secret = Set(entries.filter(\.isSecret).map(\.name))
    return Set(entries.map(\.name).filter { !secret.contains($0) }.map { $0.lowercased() })
  }()

  /// Header fields that are read for what stands in them, and are no credential as a whole.
  private static let harmlessFields: Set = [
    "location", "content_location", "referer", "link", "www_authenticate", "date", "expires",
    "access_control_allow_credentials", "content_security_policy",
  ]
}
