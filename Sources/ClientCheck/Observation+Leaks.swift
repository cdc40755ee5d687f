import HTTPMessages

extension Observation {
  /// The failure if a URL contains a credential, or `nil`.
  ///
  /// The code is in the redirect by design; every other secret is in none of these.
  var credentialInURL: Judgment? {
    let hidden = secrets.union(proofs)
    for parts in (visits.map(\.url) + exchanges.map(\.request.url)).map({ URLParts($0) }) {
      let pairs = parts.query.flatMap { try? Form(decoding: $0) }?.pairs ?? []
      if let pair = pairs.first(where: { SecretText.isFound(hidden, in: $0.value) }) {
        return .failed("a credential in the parameter \(Harmless.line(pair.name)) of \(parts.path)")
      }
      // Without encoding, a value is another one after decoding.
      if SecretText.isFound(hidden, in: parts.path + "?" + (parts.query ?? "")) {
        return .failed("a credential in a URL")
      }
    }
    return nil
  }

  /// The failure if a refresh, or what the client does with its tokens, exposes a credential, or `nil`.
  var exposedRefresh: Judgment? {
    let isDoubled = refreshes.contains {
      $0.request.authenticationScheme != nil && $0.form.value(of: "client_secret") != nil
    }
    let leak: Judgment =
      isDoubled
      ? .failed("the secret in the Authorization header field and in the body of the refresh")
      : credentialInURL ?? Condition.keepsSecrets.judge(self)
    guard leak.verdict == .failed else { return nil }
    return .failed(
      leak.text, advice: "Follow A5, A8, A9, and C14 in every request, also after a 401.")
  }

  /// The name of a value that two transactions share, or `nil`.
  var reusedValue: String? {
    ["state", "code_challenge"].first { name in
      let values = visits.compactMap { $0.query.value(of: name) }
      return Set(values).count < values.count
    }
  }
}
