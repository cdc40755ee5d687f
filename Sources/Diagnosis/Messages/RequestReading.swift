import HTTPMessages
import Step4TokenRequest
import Vocabulary

/// The faults of a request to the token endpoint, or of a request with a token.
struct RequestReading {
  let message: PastedMessage
  let request: PastedRequest
  let server: AuthorizationServer?

  init?(_ message: PastedMessage, _ context: ExplanationContext) {
    guard let request = message.request else { return nil }
    self.message = message
    self.request = request
    server = request.url.isEmpty ? context.server : context.server(at: request.url)
  }

  /// The message with its parts and findings.
  var read: PastedMessage {
    var message = message
    message.parts = parts
    message.fieldCount = request.fields.count
    message.findings += message.kind == .resourceRequest ? resource : token
    return message
  }

  private var parts: [Parameter] {
    let place: Place = message.kind == .tokenRequest ? .tokenRequest : .tokenUseRequest
    let fields = request.fields.map {
      Parameter($0.name, $0.value, in: .requestField, origin: .given)
    }
    return fields
      + request.values.pairs.map {
        Parameter($0.name, $0.value, in: place, origin: .given)
          .explained(in: TokenRequest.heading.name, at: server)
      }
  }

  func wrong(
    _ cause: String, _ sentence: String, why: String = "", _ action: String, _ reference: Reference,
    lesson: Int = 4
  ) -> Finding {
    Finding(
      .wrong, [cause], sentence, why: why, action: action, reference: reference, lesson: lesson)
  }

  func has(_ name: String) -> Bool { request.values.value(of: name)?.isEmpty == false }

  private var token: [Finding] {
    var seen: Set<[String]> = []
    let found =
      method + query + body + transport + authentication
      + ValueFaults.findings(in: request.values, lesson: 4) + encoding + grant
    return found.filter { seen.insert($0.causes + [$0.sentence]).inserted }
  }

  private var method: [Finding] {
    guard request.method != "POST" else { return [] }
    return [
      wrong(
        "method_not_post",
        "The request uses \(Self.methodName(request.method)). The endpoint requires POST.",
        why: "The parameters of a GET request are in its URL, which logs record.",
        "Send a POST with the parameters in its body.",
        .rfc6749("3.2"))
    ]
  }

  private static func methodName(_ method: String) -> String {
    method.count <= 10 && method.utf8.allSatisfy(\.isLetter) ? method : "another method"
  }

  private var query: [Finding] {
    let own = AuthorizationParameter.reservedForTokens.union(["token", "username", "password"])
    let names = request.queryValues.pairs.map(\.name).filter(own.contains)
    guard !names.isEmpty else { return [] }
    let secret = ["client_secret", "password"].first(where: names.contains)
    return [
      wrong(
        "parameters_in_query",
        "The parameters are in the query of the URL: \(names.prefix(5).joined(separator: ", ")).",
        why: secret == nil
          ? "Logs and proxies record URLs. The specification puts these parameters into the body."
          : "Logs and proxies record URLs: the \(secret ?? "") has been exposed.",
        "Send them in the body, as a form.", secret == nil ? .rfc6749("4.1.3") : .rfc6749("2.3.1"))
    ]
  }

  private var body: [Finding] {
    let type = request.fields.value(of: "Content-Type")?.lowercased() ?? ""
    let use = "Send the parameters as application/x-www-form-urlencoded."
    let reference: Reference =
      message.kind == .tokenRequest
      ? .rfc6749("4.1.3") : request.path.contains("revo") ? .rfc7009("2.1") : .rfc7662("2.1")
    switch request.form {
    case .json:
      return [
        wrong(
          "body_json", "The body is JSON. The endpoint requires a form.",
          why: "A server that expects a form finds no parameters.", use, reference)
      ]
    case .multipart:
      return [
        wrong(
          "body_multipart",
          "The body is multipart/form-data. The endpoint requires another kind of form.",
          why: "A server that expects a form finds no parameters.",
          use + " With curl: -d or --data-urlencode, not -F.", reference)
      ]
    case .form where !type.isEmpty && !type.hasPrefix(Form.mediaType):
      return [
        wrong(
          "content_type",
          type.contains("json")
            ? "The body is a form, but Content-Type says JSON."
            : "The body is a form, but Content-Type says something else.",
          "Send Content-Type: application/x-www-form-urlencoded.", reference)
      ]
    case .none where request.queryValues.pairs.isEmpty: return [withoutBody(reference)]
    default: return []
    }
  }

  /// Returns the finding about a request without a body, which a log often omits.
  private func withoutBody(_ reference: Reference) -> Finding {
    let length = request.fields.value(of: "Content-Length")
    guard message.form == "a curl command" || length == "0" else {
      return Finding(
        .note, ["body_not_shown"],
        "The body of the request is missing, so its parameters were not checked.",
        action: "Paste the body too, after an empty line.", reference: nil, lesson: 4)
    }
    return wrong(
      "body_empty", "The request has no parameters.", "Send them in the body, as a form.", reference
    )
  }

  private var transport: [Finding] {
    let parts = URLParts(request.url)
    guard parts.scheme.lowercased() == "http", !RedirectDifference.isLoopback(parts.authority)
    else {
      return []
    }
    return [
      wrong(
        "no_tls", "The request uses http: anyone on the network path can read it.",
        "Use https.", message.kind == .resourceRequest ? .rfc6750("5.2") : .rfc6749("3.2"))
    ]
  }

  private var resource: [Finding] {
    var found = transport
    if request.queryValues.value(of: "access_token") != nil {
      found.append(
        wrong(
          "token_in_query", "The access token is in the URL.",
          why: "Browser histories and logs record URLs.",
          "Send it in a header field: Authorization: Bearer.",
          .rfc9700("4.3.2"), lesson: 6))
    }
    if let (scheme, credentials) = request.authorization, scheme.lowercased() == "bearer" {
      if ValueFaults.isPlaceholder(credentials) {
        found.append(
          wrong(
            "placeholder", "The access token is a placeholder.", "Replace it with the token.",
            .rfc6750("2.1"), lesson: 6))
      } else if !Grammar.isBearerToken(credentials) {
        found.append(
          wrong(
            "token_character",
            "The access token contains a character that no bearer token can contain.",
            "Send the token exactly as it was issued, without quotation marks or line breaks.",
            .rfc6750("2.1"), lesson: 6))
      }
    }
    return found
  }
}
