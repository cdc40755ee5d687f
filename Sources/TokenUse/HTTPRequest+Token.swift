import HTTPMessages
import Step4TokenRequest
import Vocabulary

extension StepFailure {
  /// Returns the failure for a server without the needed endpoint.
  static func endpointUnknown(
    _ kind: String, of server: AuthorizationServer, _ reference: Reference
  ) -> StepFailure {
    StepFailure(
      .endpointUnknown, "\(server.name) has no known \(kind) endpoint.",
      expected: "the URL of \(kind == "revocation" ? "a" : "an") \(kind) endpoint",
      received: "none",
      why: "Not every server has one.",
      reference: reference)
  }
}

extension HTTPRequest {
  /// Creates a form request about a token (RFC 7009 §2.1, RFC 7662 §2.1).
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

  /// Creates a form request with the client's authentication, or with its `client_id` alone.
  init(
    to endpoint: String, about token: String, from client: Client,
    _ method: ClientAuthentication,
    _ fields: [HTTPField] = []
  ) throws(StepFailure) {
    let own = try client.authentication(method)
    let pairs = own.field == nil ? [Form.Pair("client_id", client.identifier)] + own.pairs : []
    self.init(to: endpoint, about: token, [own.field].compactMap(\.self), fields, pairs: pairs)
  }
}
