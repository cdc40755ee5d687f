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
