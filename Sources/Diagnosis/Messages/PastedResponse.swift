import HTTPMessages
import Vocabulary

/// A pasted response, with or without its status.
struct PastedResponse: Sendable {
  /// The status, or `nil` if the text is only a body.
  let status: Int?
  let fields: [HTTPField]
  /// The body as received.
  let body: String
  /// The members of the body, in whatever form it was written.
  let members: [String: JSONValue]
  /// The body as JSON, or as received if it cannot be converted.
  let json: [UInt8]

  /// Returns the response for a body in any form, with findings about forms other than JSON.
  static func read(status: Int?, fields: [HTTPField], body: String) -> (PastedResponse, [Finding]) {
    var findings: [Finding] = []
    var text = body.trimmed
    if let loose = LooseJSON.json(of: text) {
      text = loose
      findings.append(
        finding(
          .note, "object_as_printed",
          "This is an object as Python or JavaScript prints it, not JSON.",
          "Print the response as received, or use a JSON encoder, if another program reads it.",
          .rfc8259("2")))
    }
    var value = text.hasPrefix("{") ? try? JSONValue(parsing: Array(text.utf8)) : nil
    if value == nil, let form = form(text) {
      let members = Dictionary(form.map { ($0.name, JSONValue.string($0.value)) }) { first, _ in
        first
      }
      value = .object(members)
      findings.append(
        finding(
          .wrong, "form_encoded", "The response is form-encoded. The specification requires JSON.",
          "Request JSON with Accept: application/json, or decode the body as a form.",
          .rfc6749("5.1")))
      text = json(members)
    }
    var members = value?.members ?? [:]
    if let (name, inner) = nested(in: members) {
      findings.append(
        finding(
          .wrong, "nested_answer", "The response is nested in the member \(name).",
          "Read the members there. A library that follows the specification does not find them.",
          .rfc6749("5.1")))
      members = inner
      text = json(inner)
    }
    if let renamed = renamed(members) {
      findings.append(
        finding(
          .wrong, "other_names",
          "The member names differ from the specification: accessToken instead of access_token.",
          "Use these names at this server. A library does not find them.",
          .rfc6749("5.1")))
      members = renamed
      text = json(members)
    }
    let first = first(of: members)
    if first.count < members.count {
      members = first
      text = json(first)
    }
    let response = PastedResponse(
      status: status, fields: Array(fields.prefix(PastedText.mostValues)), body: body,
      members: members, json: Array(text.utf8))
    return (response, findings)
  }

  /// Returns at most the members that are read, those in the glossary first.
  static func first(of members: [String: JSONValue]) -> [String: JSONValue] {
    guard members.count > PastedText.mostValues else { return members }
    let known = members.filter { explained.contains($0.key) }
    let others = members.filter { !explained.contains($0.key) }.sorted { $0.key < $1.key }
    let rest = others.prefix(max(0, PastedText.mostValues - known.count))
    return known.merging(rest.map { ($0.key, $0.value) }) { first, _ in first }
  }

  private static let explained = Set(Glossary.entries.flatMap(\.entries).map(\.name))

  private static func finding(
    _ severity: Finding.Severity, _ cause: String, _ sentence: String, _ action: String,
    _ reference: Reference
  ) -> Finding {
    Finding(severity, [cause], sentence, action: action, reference: reference, lesson: 5)
  }

  private static func form(_ text: String) -> [Form.Pair]? {
    guard text.has("="), !text.hasPrefix("<"), !text.hasPrefix("{"), !text.has(" ") else {
      return nil
    }
    let pairs = PastedRequest.pairs(of: text).map(\.decoded)
    return pairs.contains { $0.name == "access_token" || $0.name == "error" } ? pairs : nil
  }

  private static func nested(in members: [String: JSONValue]) -> (String, [String: JSONValue])? {
    guard members["access_token"] == nil, members["error"] == nil, members["active"] == nil else {
      return nil
    }
    for name in ["body", "data", "authed_user", "result", "response", "token", "payload"] {
      if let inner = members[name]?.members, inner["access_token"] != nil || inner["error"] != nil {
        return (name, inner)
      }
    }
    return nil
  }

  private static func renamed(
    _ members: [String: JSONValue]
  ) -> [String: JSONValue]? {
    let known = [
      "accessToken": "access_token", "tokenType": "token_type", "expiresIn": "expires_in",
      "refreshToken": "refresh_token", "idToken": "id_token",
    ]
    guard members["access_token"] == nil, members["accessToken"] != nil else { return nil }
    return Dictionary(members.map { (known[$0.key] ?? $0.key, $0.value) }) { first, _ in first }
  }

  private static func json(_ members: [String: JSONValue]) -> String {
    JSONValue.object(members).text
  }
}
