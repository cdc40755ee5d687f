import HTTPMessages
import Vocabulary

extension ValueMask {
  /// The largest body that is judged, in bytes; an OAuth response has a few thousand.
  static let bodyLimit = 1 << 16

  /// Returns a request: the client's own message, in which only credentials are hidden.
  func request(_ request: HTTPRequest) -> HTTPRequest {
    let parts = URLParts(request.url)
    let query = parts.query.map { "?" + ownPairs($0, in: [.authorizationRequest]) } ?? ""
    let isForm = request.form != nil
    let body = String(decoding: request.body, as: UTF8.self)
    return HTTPRequest(
      request.channel, method: request.method,
      url: own(parts.withoutQueryAndFragment) + query
        + (parts.fragment.map { "#" + own($0) } ?? ""),
      fields: request.fields.map(ownField),
      body: Array(
        (isForm ? ownPairs(body, in: [.tokenRequest, .tokenUseRequest]) : own(body)).utf8))
  }

  private func ownPairs(_ text: String, in places: [Place]) -> String {
    text.split(separator: "&", omittingEmptySubsequences: false).map { pair in
      guard let equals = pair.firstIndex(of: "=") else { return own(String(pair)) }
      let (name, raw) = (String(pair[..<equals]), String(pair[equals...].dropFirst()))
      let value = (try? Form.decode(raw)) ?? raw
      let isSecret =
        isStrict && places.contains { Glossary.entry(named: name, in: $0)?.isSecret == true }
      let isCredential = isSecret || name == "state" && secrets[value] != nil
      let shown = isCredential && !value.isEmpty ? credential(value, name: name) : own(value)
      return own(name) + "=" + (shown.utf8.elementsEqual(value.utf8) ? raw : shown)
    }.joined(separator: "&")
  }

  private func ownField(_ field: HTTPField) -> HTTPField {
    guard field.name.lowercased() == "authorization" else {
      return HTTPField(field.name, own(field.value))
    }
    return HTTPField(field.name, authorization(field.value))
  }

  /// Returns credentials (RFC 6750 §2.1, RFC 7617 §2) without the secret part.
  func authorization(_ value: String) -> String {
    let parts = value.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      return isStrict ? credential(value, name: "authorization") : own(value)
    }
    let (scheme, rest) = (parts[0], parts[1])
    guard scheme.lowercased() == "basic" else {
      let name = scheme.lowercased() == "bearer" ? "access_token" : "authorization"
      return "\(scheme) " + (isStrict ? credential(rest, name: name) : own(rest))
    }
    guard let (identifier, password) = Self.basic(rest) else {
      return "\(scheme) " + (isStrict ? credential(rest, name: "authorization") : own(rest))
    }
    let known = secrets[password] ?? (isStrict ? credential(password, name: "client_secret") : nil)
    guard let known else { return value }
    // A recording is replayed with the placeholder as the password.
    return placeholder.style == .recording
      ? "\(scheme) " + Base64.standard.encode(Array("\(identifier):\(known)".utf8))
      : "\(scheme) \(known)"
  }

  /// Returns the encoded identifier and the decoded password of HTTP Basic credentials, if any.
  static func basic(_ text: String) -> (identifier: String, password: String)? {
    let pair = String(decoding: Base64.decodeLeniently(text.utf8), as: UTF8.self)
      .split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return pair.count == 2 ? (pair[0], (try? Form.decode(pair[1])) ?? pair[1]) : nil
  }

  /// Returns a redirect, hidden as a whole if it is not a URL: it may be a bare code.
  func redirect(_ redirect: Redirect) -> Redirect {
    Redirect(url: redirectURL(redirect.url), status: redirect.status)
  }

  func redirectURL(_ text: String) -> String {
    guard isStrict, URLParts(text).scheme.isEmpty else { return url(text) }
    return text.isEmpty || text.hasPrefix("/") ? url(text) : credential(text, name: "redirect")
  }

  /// Returns a response, with a body that is not text hidden.
  func response(_ response: HTTPResponse) -> HTTPResponse {
    HTTPResponse(
      status: response.status, fields: response.fields.map(receivedField),
      body: body(response.body))
  }

  func receivedField(_ field: HTTPField) -> HTTPField {
    let (name, value) = (field.name.lowercased(), field.value)
    let shown =
      switch name {
      case "location", "content-location", "referer": redirectURL(value)
      case "set-cookie", "cookie": cookie(value)
      case "authorization", "proxy-authorization": authorization(value)
      // RFC 6797 §6.1: the directives are independent, so neighbors do not form one run.
      case "strict-transport-security":
        value.split(separator: ";", omittingEmptySubsequences: false).map { text(String($0)) }
          .joined(separator: ";")
      default: self(value, named: [field.name], in: .field)
      }
    return HTTPField(self.name(field.name), shown)
  }

  /// Returns a cookie's name and attributes; its value may identify a session (RFC 6265 §8.4).
  private func cookie(_ text: String) -> String {
    guard isStrict else { return own(text) }
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    return parts.enumerated().map { place, part in
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = pair[0].drop { $0 == " " }.lowercased()
      if place > 0, Self.cookieAttributes.contains(name) { return self.text(part) }
      guard pair.count == 2 else { return credential(part, name: "cookie") }
      return self.name(String(pair[0])) + "=" + credential(String(pair[1]), name: "cookie")
    }.joined(separator: ";")
  }

  /// The attributes of RFC 6265 §4.1.1, and SameSite.
  private static let cookieAttributes: Set = [
    "expires", "max-age", "domain", "path", "secure", "httponly", "samesite",
  ]

  /// Returns a body: JSON member by member, anything else as untrusted text.
  func body(_ bytes: [UInt8]) -> [UInt8] {
    guard !bytes.isEmpty else { return bytes }
    guard isStrict else {
      return Array(loose(String(decoding: bytes, as: UTF8.self), in: .body).utf8)
    }
    guard Self.reasonToLeaveOut(bytes) == nil else {
      return Array(placeholder.unknown("body", count: bytes.count).utf8)
    }
    guard let outline = try? JSONOutline(bytes) else {
      return Array(loose(String(decoding: bytes, as: UTF8.self), in: .body).utf8)
    }
    return json(outline, in: bytes, path: [])
  }

  /// Returns the reason to hide a body as a whole, or `nil` if it is ordinary text.
  static func reasonToLeaveOut(_ body: [UInt8]) -> String? {
    guard body.count <= bodyLimit else { return "it has more than \(bodyLimit) bytes" }
    let isText =
      String(decoding: body, as: UTF8.self).utf8.elementsEqual(body)
      && body.allSatisfy { $0 >= 0x20 || "\t\r\n\u{C}".utf8.contains($0) }
    return isText ? nil : "it is not text"
  }

  /// Returns a JSON text with hidden values replaced by strings.
  func json(_ outline: JSONOutline, in bytes: [UInt8], path: [String]) -> [UInt8] {
    var edits: [Edit] = []
    collect(outline, path: path, isListed: false, into: &edits)
    var result: [UInt8] = []
    var end = 0
    for edit in edits {
      result += bytes[end..<edit.range.lowerBound]
      result += Array(edit.text.utf8)
      end = edit.range.upperBound
    }
    return result + bytes[end...]
  }

  private func collect(
    _ outline: JSONOutline, path: [String], isListed: Bool, into edits: inout [Edit]
  ) {
    switch outline {
    case .object(let members, _):
      for member in members {
        let name = self.name(member.name)
        if name != member.name { edits.append((member.namePlace, JSONText.quote(name))) }
        collect(member.value, path: path + [member.name], isListed: isListed, into: &edits)
      }
    case .array(let values, let place):
      let isFlat = values.contains { if case .object = $0 { false } else { true } }
      if isFlat, ValueKind.of(path, in: .body) == .unknown {
        edits.append((place, JSONText.quote(placeholder.unknown("array", count: values.count))))
      } else {
        for value in values { collect(value, path: path, isListed: true, into: &edits) }
      }
    case .leaf(let text, let isString, let place):
      guard isString || Double(text) != nil else { return }
      let type = isString ? "string" : "number"
      let kind = ValueKind.of(path, in: .body)
      // A list of unknown values could spell a secret out.
      let shown =
        isListed && kind == .unknown && !text.isEmpty && !vouched.contains(text)
        ? placeholder.unknown(type, count: text.count)
        : self(text, kind, name: path.last ?? "", type: type)
      if shown != text { edits.append((place, JSONText.quote(shown))) }
    }
  }
}
