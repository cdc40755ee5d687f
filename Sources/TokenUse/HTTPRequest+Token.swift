import HTTPMessages
import Step4TokenRequest
import Vocabulary

extension StepFailure {
  /// A server that has no endpoint for what is wanted.
  static func endpointUnknown(
    _ kind: String, of server: AuthorizationServer, _ reference: Reference
  ) -> StepFailure {
    StepFailure(
      .endpointUnknown, "\(server.name) names no \(kind) endpoint.",
      expected: "the address of \(kind == "introspection" ? "an" : "a") \(kind) endpoint",
      received: "none",
      why: "Not every server has one: the specification leaves it to the server.",
      reference: reference)
  }
}

extension HTTPRequest {
  /// Asks an endpoint something about a token, as a form: RFC 7009 §2.1 and RFC 7662 §2.1.
  init(
    to endpoint: String, about token: String, _ authorization: [HTTPField],
    _ fields: [HTTPField] = [], pairs: [Form.Pair] = []
  ) {
    let form = Form([Form.Pair("token", token)] + pairs)
    self.init(
      method: "POST", url: endpoint,
      fields: authorization + [HTTPField("Content-Type", Form.mediaType)] + fields,
      body: Array(form.encoded.utf8))
  }

  /// Does so with the client's own authentication, which names it even where it has no secret.
  init(
    to endpoint: String, about token: String, from client: Client, _ way: ClientAuthentication,
    _ fields: [HTTPField] = []
  ) throws(StepFailure) {
    let own = try client.authentication(way)
    let pairs = own.field == nil ? [Form.Pair("client_id", client.identifier)] + own.pairs : []
    self.init(to: endpoint, about: token, [own.field].compactMap(\.self), fields, pairs: pairs)
  }
}
