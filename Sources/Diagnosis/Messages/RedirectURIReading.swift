import HTTPMessages
import Vocabulary

/// The faults of the redirect URI in a request.
struct RedirectURIReading {
  private let request: AuthorizationRequestReading

  init(_ request: AuthorizationRequestReading) { self.request = request }

  var findings: [Finding] {
    guard let value = request.form.value(of: "redirect_uri"), !value.isEmpty else { return [] }
    if ValueFaults.isPercentEncoded(value), !value.contains("://") { return [encodedTwice] }
    do { _ = try RedirectURI(value) } catch {
      return [
        request.wrong(
          "redirect_uri_invalid", "redirect_uri cannot be used: \(error).",
          "Send the redirect URI exactly as it is registered.", .rfc6749("3.1.2"))
      ]
    }
    return scheme(of: value) + registration(of: value)
  }

  private var encodedTwice: Finding {
    request.wrong(
      "encoded_twice", "redirect_uri is percent-encoded twice.",
      "Encode it once. Most libraries do that for you.", .rfc6749("Appendix B"))
  }

  private func scheme(of value: String) -> [Finding] {
    let parts = URLParts(value)
    let scheme = parts.scheme.lowercased()
    switch scheme {
    case "https": return []
    case "http":
      guard !RedirectDifference.isLoopback(parts.authority) else { return [] }
      return [
        Finding(
          .risky, ["redirect_without_tls"],
          "The redirect URI uses http and is not on this machine.",
          why: "Anyone on the network path can read the code.", action: "Use https.",
          reference: .rfc6749("3.1.2.1"), lesson: 2)
      ]
    default:
      guard !scheme.contains("."), scheme != "urn" else { return [] }
      return [
        request.wrong(
          "custom_scheme", "The redirect URI has a scheme without a dot: \(scheme).",
          why: "Another app can claim the same scheme and receive the code.",
          "Use your domain name in reverse order as the scheme, such as com.example.app.",
          .rfc8252("7.1"))
      ]
    }
  }

  /// Returns the difference from the registered redirect URIs, if they are known.
  private func registration(of value: String) -> [Finding] {
    let endpoint = request.server?.authorizationEndpoint ?? ""
    let registered = request.context.registeredRedirectURIs[endpoint] ?? []
    guard !registered.contains(value), let first = registered.first else { return [] }
    let nearest = registered.first { URLParts($0).authority == URLParts(value).authority } ?? first
    let difference = RedirectDifference(expected: nearest, received: value)
    return [difference.finding("the registration and the request", .rfc9700("4.1.3"), lesson: 2)]
      .compactMap(\.self)
  }
}

/// The faults of the scope in a request.
struct ScopeReading {
  private let form: Form
  private let server: AuthorizationServer?

  init(_ form: Form, _ server: AuthorizationServer?) {
    self.form = form
    self.server = server
  }

  var findings: [Finding] {
    guard let value = form.value(of: "scope"), !value.isEmpty else { return [] }
    if server?.scopeSeparator == .comma {
      guard value.contains(" ") else { return [] }
      return [
        finding(
          .wrong, "scope_spaces",
          "The scopes are separated by spaces, but this server expects commas.",
          "Separate them with commas at this server.")
      ]
    }
    if value.contains(",") {
      return [
        finding(
          server == nil ? .risky : .wrong, "scope_commas",
          "The scopes are separated by commas. By the specification, that is one scope with a comma in its name.",
          server == nil
            ? "Separate them with spaces, unless the server's documentation says otherwise."
            : "Separate them with spaces.")
      ]
    }
    guard let server, server.followsFitbitsGuide else { return [] }
    let unknown = Scope(value).names(
      missingFrom: Scope(server.scopes.map(\.name).joined(separator: " "))
    )
    .filter { $0 != "openid" && $0 != "offline_access" }
    guard !unknown.isEmpty else { return [] }
    return [
      Finding(
        .wrong, ["scope_unknown"],
        "This server does not have the scope \(unknown.prefix(4).joined(separator: ", ")).",
        action: "Use the names in the server's documentation.", reference: .rfc6749("4.1.2.1"),
        lesson: 2)
    ]
  }

  private func finding(
    _ severity: Finding.Severity, _ cause: String, _ sentence: String, _ action: String
  ) -> Finding {
    Finding(severity, [cause], sentence, action: action, reference: .rfc6749("3.3"), lesson: 2)
  }
}

/// The comparison of words that differ by one or two edits.
enum SmallEdit {
  /// Whether at most two edits, or one for short names, turn one name into the other.
  static func isNear(_ word: String, _ other: String) -> Bool {
    let (left, right) = (Array(word.lowercased().utf8), Array(other.utf8))
    guard left.count <= 40, abs(left.count - right.count) <= 2, right.count >= 5 else {
      return false
    }
    var row = Array(0...right.count)
    for (i, one) in left.enumerated() {
      var next = [i + 1]
      for (j, two) in right.enumerated() {
        next.append(min(next[j] + 1, row[j + 1] + 1, row[j] + (one == two ? 0 : 1)))
      }
      row = next
    }
    return row[right.count] <= (right.count < 9 ? 1 : 2)
  }
}
