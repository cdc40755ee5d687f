import HTTPMessages
import Vocabulary

/// A `WWW-Authenticate` field on its own.
enum ChallengeField {
  /// Returns the message in the value of the field, or `nil`.
  static func message(_ value: String) -> PastedMessage? {
    let field = HTTPField("WWW-Authenticate", value)
    let challenges = AuthenticationChallenge.all(in: [field])
    guard let first = challenges.first else { return nil }
    var message = PastedMessage(.authenticationChallenge, form: "a header field")
    message.parts =
      challenges.flatMap { challenge in
        challenge.parameters.sorted { $0.key < $1.key }.map {
          Parameter($0.key, $0.value, in: .tokenUseResponse, origin: .given)
        }
      }
    let error = challenges.compactMap { $0.parameters["error"] }.first
    let names = challenges.map(\.scheme).joined(separator: ", ")
    guard let error else {
      return message.adding(
        Finding(
          .note, ["asks_for_authentication"], "The server requires authentication: \(names).",
          why:
            "It names no error: the request had no credentials, or the server gives no reason.",
          action: first.scheme.lowercased() == "bearer"
            ? "Send Authorization: Bearer with an access token."
            : "Authenticate with a scheme that it names.",
          reference: .rfc9110("11.6.1"), lesson: 6))
    }
    return message.adding(ErrorText.finding(error, answers: [.resource, .token]))
  }
}

/// An error code without a message, such as one from a log or an exception.
enum ErrorText {
  /// Returns the message of a short text that starts with an error code, or `nil`.
  static func message(_ text: String) -> PastedMessage? {
    guard text.utf8.count <= 2000, !text.hasPrefix("<") else { return nil }
    let words = text.split { !($0.isASCII && ($0.isLetter || $0 == "_")) }
    let names = Set(ErrorCode.all.map(\.name))
    guard let name = words.prefix(40).first(where: { names.contains(String($0)) }).map(String.init)
    else {
      return nil
    }
    var message = PastedMessage(
      .errorCode, form: text.utf8.count == name.utf8.count ? "plain text" : "the text of an error")
    message.parts = [Parameter("error", name, in: .tokenResponse, origin: .given)]
    return message.adding(finding(name, answers: []))
  }

  /// Returns the meaning of a code as a finding.
  static func finding(_ name: String, answers: [ErrorCode.Endpoint]) -> Finding {
    let codes =
      answers.compactMap { ErrorCode.named(name, in: $0) } + ErrorCode.named(name)
    guard let code = codes.first else {
      return Finding(
        .wrong, ["unknown_error"],
        "The server names an error that no specification known here defines.",
        action: "Read its description and the server's documentation.", reference: .rfc6749("8.5"),
        lesson: 12)
    }
    return Finding(
      .wrong, [code.name], "\(code.name): \(code.meaning)",
      action: "For the exact cause, paste the request too.",
      reference: code.reference,
      lesson: 12)
  }
}

/// A JSON Web Token and its claims.
enum JSONWebToken {
  /// Returns the message of a token, or of an Authorization value with one, or `nil`.
  static func message(_ text: String) -> PastedMessage? {
    let token = text.hasPrefix("Bearer ") ? text.dropFirst(7) : text[...]
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, !parts[1].isEmpty,
      token.utf8.allSatisfy({ $0.isLetter || $0.isDigit || "-_.=".utf8.contains($0) }),
      let header = members(parts[0]), header["alg"] != nil, let claims = members(parts[1])
    else { return nil }
    var message = PastedMessage(.jsonWebToken, form: "plain text")
    let shown = ["iss", "aud", "exp", "iat", "scope"]
    message.parts = shown.compactMap { name in
      claims[name].map { Parameter(name, Self.text(of: $0), in: .tokenUseResponse, origin: .given) }
    }
    message.values = Form(message.parts.map { Form.Pair($0.name, $0.value) })
    message.findings = findings(
      others: claims.keys.filter { !shown.contains($0) }.sorted(), isUnsigned: parts[2].isEmpty)
    return message
  }

  /// Returns the time in a claim of a token, or `nil` if it is not a JWT with that claim.
  static func time(_ claim: String, in token: String) -> MessageTime? {
    message(token)?.values.value(of: claim).flatMap { Int64($0) }.map(MessageTime.init(seconds:))
  }

  private static func members(_ part: Substring) -> [String: JSONValue]? {
    (try? JSONValue(parsing: Base64.decodeLeniently(part.utf8)))?.members
  }

  private static func text(of value: JSONValue) -> String {
    guard case .array(let values) = value else { return value.text }
    return values.map(\.text).joined(separator: " ")
  }

  private static func findings(others: [String], isUnsigned: Bool) -> [Finding] {
    let names =
      others.isEmpty ? "" : " Other claims: \(others.prefix(12).joined(separator: ", "))."
    return [
      Finding(
        .note, ["signature_not_checked"],
        "The signature was not checked: anyone can write these claims.\(names)",
        why: isUnsigned ? "The token has no signature." : "",
        action: "Do not trust the claims until the signature is verified.",
        reference: .rfc9068("4"), lesson: 6),
      Finding(
        .note, ["opaque_token"],
        "If this is an access token, the client must not depend on its contents.",
        why: "The token is meant for the API, and the server may change its format at any time.",
        action: "Use expires_in and scope from the token response.", reference: .rfc9068("6"),
        lesson: 6),
    ]
  }

  /// Returns the note on a token whose `exp` has passed; empty for any other.
  static func expiry(of message: PastedMessage, at now: Int64) -> [Finding] {
    guard let text = message.values.value(of: "exp"), let time = Int64(text), time <= now else {
      return []
    }
    return [
      Finding(
        .note, ["expired"],
        "By its exp claim, the token expired at \(UTCTime(secondsSince1970: time).text).",
        action: "Refresh it, or let the user authorize again.", reference: .rfc9068("2.2"),
        lesson: 6)
    ]
  }
}
