import HTTPMessages
import Vocabulary

/// Recognizes the responses of a server: with a head, or as a body alone.
enum ResponseReader {
  /// A response with its head.
  static func message(rawHTTP block: String) -> PastedMessage? {
    // The empty line that ends a head is often lost in copying.
    guard let response = try? HTTPMessageText(Array((block + "\n\n").utf8)).response() else {
      return nil
    }
    let location = response.fields.value(of: "Location")
    if 300...399 ~= response.status, let location,
      let redirect = MessageReader.url(location, form: "a redirect with its head"),
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

  /// A JSON body, or one as a program prints it; the status is not known.
  static func message(body text: String) -> PastedMessage? {
    guard text.hasPrefix("{") else { return nil }
    let (answer, findings) = PastedResponse.read(status: nil, fields: [], body: text)
    let names = Set(answer.members.keys)
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
    return message((answer, findings), form: "a body without its head")
  }

  /// A form-encoded body; the status is not known.
  static func message(form text: String) -> PastedMessage? {
    message(
      PastedResponse.read(status: nil, fields: [], body: text), form: "a body without its head")
  }

  /// The message of a response that was read.
  static func message(
    _ read: (answer: PastedResponse, findings: [Finding]), form: String
  ) -> PastedMessage? {
    let answer = read.answer
    var message = PastedMessage(kind(of: answer), form: form)
    message.answer = answer
    message.findings = read.findings
    let members = answer.members.sorted { $0.key < $1.key }
    message.values = Form(members.map { Form.Pair($0.key, $0.value.text) })
    return message
  }

  private static func kind(of answer: PastedResponse) -> PastedMessage.Kind {
    let names = Set(answer.members.keys)
    if names.contains("active") { return .introspectionResponse }
    if names.contains("issuer") || names.contains("authorization_endpoint")
      || names.contains("token_endpoint")
    {
      return .metadata
    }
    let type = answer.fields.value(of: "Content-Type")?.lowercased() ?? ""
    if type.hasPrefix("application/token-introspection+jwt") { return .introspectionResponse }
    // No token endpoint answers with an object there: it is the form of Google's APIs.
    if case .object = answer.members["error"] { return .resourceResponse }
    let error = ErrorResponse(answer.members, of: HTTPResponse(status: 400))?.kind
    if answer.members["errors"] != nil, error == "expired_token" { return .resourceResponse }
    let bearer = AuthenticationChallenge.all(in: answer.fields).contains {
      $0.scheme.lowercased() == "bearer"
    }
    let isOfAPI =
      ["invalid_token", "insufficient_scope"].contains(error ?? "")
      || bearer && error != "invalid_client"
    return isOfAPI ? .resourceResponse : .tokenResponse
  }
}
