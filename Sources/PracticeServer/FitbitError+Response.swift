import HTTPMessages

extension FitbitError {
  /// Returns the error as a response in the given form.
  func response(_ shape: ErrorShape) -> HTTPResponse {
    let body = body(shape)
    var fields: [HTTPField] = []
    if isReconstructed, shape != .rfc6749 {
      fields.append(HTTPField("Practice-Reconstructed", "Fitbit's own text is unknown"))
    }
    if let challenge { fields.append(HTTPField("WWW-Authenticate", challenge)) }
    guard shape == .rfc6749, code == nil else {
      return HTTPResponse.json(status, body).adding(fields)
    }
    return HTTPResponse(
      status: status,
      fields: [
        HTTPField("Content-Type", "application/problem+json"),
        HTTPField("X-Content-Type-Options", "nosniff"),
      ] + fields, body: Array(body.text.utf8))
  }

  private func body(_ shape: ErrorShape) -> JSONText {
    let fitbits: [JSONText.Member] = [
      .init(
        "errors",
        .array([
          .object([.init("errorType", .string(type)), .init("message", .string(message))])
        ])),
      .init("success", .boolean(false)),
    ]
    let standard: [JSONText.Member] =
      code.map {
        [.init("error", .string($0)), .init("error_description", .string(description))]
      } ?? []
    switch shape {
    case .fitbit: return .object(fitbits)
    case .both: return .object(fitbits + standard)
    case .rfc6749:
      // RFC 6749 has no code for a busy or failing server: use problem details (RFC 9457).
      return .object(
        standard.isEmpty
          ? [.init("title", .string(description)), .init("status", .number(status))] : standard)
    }
  }

  /// The error code (RFC 6749 §5.2, RFC 6750 §3.1), or `nil` if it is not an OAuth error.
  var code: String? {
    switch type {
    case "system", "not_found": nil
    // RFC 6750 §3.1: a request without a token gets no code.
    case "invalid_request" where status == 401: nil
    // RFC 6750 §3.1 has one code for a token that is expired, revoked or unknown.
    case "expired_token": "invalid_token"
    default: type
    }
  }

  /// The explanation in the characters of RFC 6749 §5.2, without the link to Fitbit's pages.
  private var description: String {
    let words = ownWords.utf8.map { 0x20...0x7E ~= $0 && $0 != 0x22 && $0 != 0x5C ? $0 : 0x27 }
    return String(decoding: words.last == 0x20 ? words.dropLast() : words[...], as: UTF8.self)
  }

  /// The value of `WWW-Authenticate`, or `nil` for a response without it.
  ///
  /// RFC 6749 §5.2 and RFC 9110 §11.6.1 define it for a client, RFC 6750 §3 for a token.
  private var challenge: String? {
    if type == "invalid_client", status == 401 { return "Basic realm=\"practice\"" }
    switch (status, code) {
    case (401, "invalid_token"):
      let reason = type == "expired_token" ? "expired" : "unknown"
      return
        "Bearer realm=\"practice\", error=\"invalid_token\", error_description=\"The access token "
        + "is \(reason)\""
    case (403, "insufficient_scope"):
      let scope = neededScope.map { ", scope=\"\($0)\"" } ?? ""
      return "Bearer realm=\"practice\", error=\"insufficient_scope\"" + scope
    case (401, _): return "Bearer realm=\"practice\""
    default: return nil
    }
  }
}
