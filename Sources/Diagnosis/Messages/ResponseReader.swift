import HTTPMessages
import Vocabulary

/// The recognition of responses: raw HTTP, or a body alone.
enum ResponseReader {
  /// Returns the message in a raw HTTP response, or `nil`.
  static func message(rawHTTP block: String) -> PastedMessage? {
    // The empty line that ends a head is often lost in copying.
    guard let response = try? HTTPMessageText(Array((block + "\n\n").utf8)).response() else {
      return nil
    }
    let location = response.fields.value(of: "Location")
    if 300...399 ~= response.status, let location,
      let redirect = MessageReader.url(location, form: "a raw HTTP redirect"),
      [.authorizationResponse, .authorizationRequest].contains(redirect.kind)
    {
      return redirect.at(MessageTime(dateIn: response.fields))
    }
    let body = String(decoding: response.body, as: UTF8.self).trimmed
    return message(
      PastedResponse.read(status: response.status, fields: response.fields, body: body),
      form: "a raw HTTP response, status \(response.status)"
    )?.at(MessageTime(dateIn: response.fields))
  }

  /// Returns the message in a JSON body or an object as printed, its status unknown, or `nil`.
  static func message(body text: String) -> PastedMessage? {
    guard text.hasPrefix("{") else { return nil }
    let (response, findings) = PastedResponse.read(status: nil, fields: [], body: text)
    let names = Set(response.members.keys)
    if names.contains("grant_type") {
      return MessageReader.message(
        of: PastedRequest(
          method: "POST", url: "", fields: [HTTPField("Content-Type", "application/json")],
          body: text),
        form: "the body of a request")
    }
    let known: Set = [
      "access_token", "error", "errors", "active", "issuer", "token_endpoint",
      "authorization_endpoint",
      "refresh_token", "token_type",
    ]
    let isBroken =
      names.isEmpty && (text.contains("\"access_token\"") || text.contains("\"error\""))
    guard isBroken || !names.isDisjoint(with: known) else { return nil }
    return message((response, findings), form: "a response body")
  }

  /// Returns the message in a form-encoded body, its status unknown, or `nil`.
  static func message(form text: String) -> PastedMessage? {
    message(
      PastedResponse.read(status: nil, fields: [], body: text), form: "a response body")
  }

  /// Returns the message of a parsed response.
  static func message(
    _ read: (response: PastedResponse, findings: [Finding]), form: String
  ) -> PastedMessage? {
    let response = read.response
    var message = PastedMessage(kind(of: response), form: form)
    message.response = response
    message.findings = read.findings
    let members = response.members.sorted { $0.key < $1.key }
    message.values = Form(members.map { Form.Pair($0.key, $0.value.text) })
    return message
  }

  private static func kind(of response: PastedResponse) -> PastedMessage.Kind {
    let names = Set(response.members.keys)
    if names.contains("active") { return .introspectionResponse }
    if names.contains("issuer") || names.contains("authorization_endpoint")
      || names.contains("token_endpoint")
    {
      return .metadata
    }
    let type = response.fields.value(of: "Content-Type")?.lowercased() ?? ""
    if type.hasPrefix("application/token-introspection+jwt") { return .introspectionResponse }
    // No token endpoint returns an object there: this is the format of Google's APIs.
    if case .object = response.members["error"] { return .resourceResponse }
    let error = ErrorResponse(response.members, of: HTTPResponse(status: 400))?.kind
    if response.members["errors"] != nil, error == "expired_token" { return .resourceResponse }
    let bearer = AuthenticationChallenge.all(in: response.fields).contains {
      $0.scheme.lowercased() == "bearer"
    }
    let isOfAPI =
      ["invalid_token", "insufficient_scope"].contains(error ?? "")
      || bearer && error != "invalid_client"
    return isOfAPI ? .resourceResponse : .tokenResponse
  }
}
