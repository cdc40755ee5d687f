import HTTPMessages
import Vocabulary

/// The recognition of messages in pasted text.
struct MessageReader {
  /// Returns the message in a block of text, or `nil` if it was not recognized.
  static func message(in block: String) -> PastedMessage? {
    guard block.utf8.count <= PastedText.largestMessage else { return nil }
    let first = block.prefix { $0 != "\n" && $0 != "\r\n" }
    if PastedText.isStatusLine(first) { return ResponseReader.message(rawHTTP: block) }
    if PastedText.isCurl(first) {
      guard let curl = CurlCommand(block) else { return nil }
      return message(of: curl.request, form: "a curl command")
    }
    if PastedText.isRequestLine(first) { return message(rawRequest: block) }
    return message(text: block)
  }

  private static func message(text block: String) -> PastedMessage? {
    let (text, findings) = TextCleaning.clean(block)
    guard !text.isEmpty else { return nil }
    let found =
      field(text) ?? ResponseReader.message(body: text) ?? JSONWebToken.message(text) ?? url(text)
      ?? parameters(text) ?? ErrorText.message(text) ?? value(text)
    return findings.reduce(found) { $0?.adding($1) }
  }

  /// Returns the message in a single header field, or `nil`.
  private static func field(_ text: String) -> PastedMessage? {
    guard let colon = text.firstIndex(of: ":"), !text.has("\n") else { return nil }
    let value = text[text.index(after: colon)...].trimmed
    switch text[..<colon].lowercased() {
    case "location":
      return url(value, form: "a Location field")?.adding(
        TextCleaning.note(
          "location_field", "This is a header field. Its value is the URL.",
          .rfc9110("10.2.2")))
    case "www-authenticate", "< www-authenticate": return ChallengeField.message(value)
    case "authorization":
      return message(
        of: PastedRequest(
          method: "GET", url: "", fields: [HTTPField("Authorization", value)], body: ""),
        form: "an Authorization field")
    default: return nil
    }
  }

  /// Returns the message in a URL, absolute or starting with its path, or `nil`.
  static func url(_ text: String, form: String = "a URL") -> PastedMessage? {
    guard !text.has(" "), !text.has("\n") else { return nil }
    let parts = URLParts(text)
    let isRelative = text.hasPrefix("/") || text.hasPrefix("?") || text.hasPrefix("#")
    let isScheme =
      parts.scheme.utf8.first?.isLetter == true
      && parts.scheme.utf8.allSatisfy { $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) }
    guard isRelative || isScheme && text.utf8.count > parts.scheme.utf8.count + 1 else {
      return nil
    }
    let isWeb = ["http", "https"].contains(parts.scheme.lowercased())
    let kind = kind(of: parts)
    guard kind != nil || isWeb else { return nil }
    var message = PastedMessage(kind ?? .otherURL, form: form)
    message.url = text
    message.isWholeURL = !isRelative
    message.values = Form(PastedRequest.pairs(of: parts.query ?? "").map(\.decoded))
    if kind == .authorizationResponse, isRelative {
      message = message.adding(
        TextCleaning.note(
          "address_incomplete",
          "Scheme and host are missing, so the redirect URI cannot be compared.",
          action: "Copy the whole URL from the address bar.", .rfc6749("4.1.2")))
    }
    return message
  }

  /// Returns the kind of a URL by the names of its parameters, or `nil`.
  private static func kind(of parts: URLParts) -> PastedMessage.Kind? {
    func names(_ text: String?) -> Set<String> {
      let names = PastedRequest.pairs(of: text ?? "").map(\.decoded.name)
      return Set(names.map { $0.hasPrefix("amp;") ? String($0.dropFirst(4)) : $0 })
    }
    let query = names(parts.query)
    let ofRequest: Set = [
      "response_type", "client_id", "code_challenge", "request_uri", "redirect_uri",
    ]
    if query.contains("grant_type") { return .tokenRequest }
    let isResponse = !query.isDisjoint(with: ["code", "error"])
    if !query.isDisjoint(with: ofRequest), !isResponse || query.contains("response_type") {
      return .authorizationRequest
    }
    if parts.query?.containsBytes(of: "?response_type=") == true { return .authorizationRequest }
    let fragment = names(parts.fragment)
    if isResponse || query.contains("state")
      || !fragment.isDisjoint(with: ["code", "error", "access_token", "state", "id_token"])
    {
      return .authorizationResponse
    }
    if query.contains("access_token") { return .resourceRequest }
    return nil
  }

  /// Returns the message in parameters alone: a query or a form-encoded body.
  private static func parameters(_ text: String) -> PastedMessage? {
    guard text.has("="), !text.has(" "), !text.has("\n") else { return nil }
    let query = text.hasPrefix("?") || text.hasPrefix("&") ? String(text.dropFirst()) : text
    let names = Set(PastedRequest.pairs(of: query).map(\.decoded.name))
    if names.contains("grant_type") || names.contains("code_verifier") {
      return message(
        of: PastedRequest(
          method: "POST", url: "", fields: [HTTPField("Content-Type", Form.mediaType)], body: query),
        form: "the form of a request")
    }
    let isResponse =
      names.contains("access_token") || names.contains("error") && !names.contains("state")
    if isResponse { return ResponseReader.message(form: query) }
    return url("?" + query, form: "a query without a URL")
  }

  /// Returns the message of a single opaque value, or `nil`.
  private static func value(_ text: String) -> PastedMessage? {
    let isWord = text.utf8.allSatisfy {
      $0.isLetter || $0.isDigit || "-._~+/=#%".utf8.contains($0)
    }
    let isOpaque =
      text.utf8.contains { $0.isDigit } || text.lowercased() != text && text.uppercased() != text
    guard isWord, isOpaque, 12...2048 ~= text.utf8.count else { return nil }
    return PastedMessage(.value, form: "plain text").adding(
      Finding(
        .note, ["value_alone"],
        "This is a single value, such as a code or a token. Nothing in it shows which.",
        action: "Paste the message that contains it: the whole redirect, request, or response.",
        reference: nil, lesson: 3))
  }

  /// Returns the message in a request, its kind determined by parameters and path.
  static func message(of request: PastedRequest, form: String) -> PastedMessage? {
    let names = Set(request.values.pairs.map(\.name))
    let kind: PastedMessage.Kind
    if names.contains("response_type") {
      return url(request.url, form: form)
    } else if names.contains("grant_type") || names.contains("code_verifier") {
      kind = .tokenRequest
    } else if names.contains("token") {
      kind = .tokenUseRequest
    } else if names.contains("code"), request.method == "GET", request.authorization == nil {
      return url(request.url, form: form)
    } else if request.path.hasSuffix("/token") {
      kind = .tokenRequest
    } else if request.authorization != nil || names.contains("access_token") {
      kind = .resourceRequest
    } else {
      return url(request.url, form: form)
    }
    var message = PastedMessage(kind, form: form)
    message.request = request
    message.url = request.url
    message.values = request.values
    return message
  }

  private static func message(rawRequest block: String) -> PastedMessage? {
    let lines = block.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let words = lines[0].split(separator: " ")
    guard words.count >= 3 else { return nil }
    let target = String(words[1])
    guard lines.count > 1, let head = try? HTTPMessageText(Array((block + "\n\n").utf8)) else {
      return url(target, form: "a request line")?.adding(
        TextCleaning.note(
          "request_line", "This is a request line from a log: scheme and host are missing.",
          .rfc9112("3")))
    }
    let host = head.fields.value(of: "Host") ?? ""
    let scheme = RedirectDifference.isLoopback(host) ? "http" : "https"
    let url = host.isEmpty || !target.hasPrefix("/") ? target : "\(scheme)://\(host)\(target)"
    return message(
      of: PastedRequest(
        method: String(words[0]), url: url, fields: head.fields,
        body: String(decoding: head.body, as: UTF8.self).trimmed,
        isMultipart: head.fields.value(of: "Content-Type")?.hasPrefix("multipart/") == true),
      form: "a raw HTTP request"
    )?.at(MessageTime(dateIn: head.fields))
  }
}
