import Vocabulary

extension StepFailure {
  /// A server that has no endpoint for what is wanted.
  static func endpointUnknown(
    _ kind: String, of server: AuthorizationServer, _ reference: Reference
  ) -> StepFailure {
    StepFailure(
      .endpointUnknown, "No \(kind) endpoint of \(server.name) is known.",
      expected: "the address of a \(kind) endpoint", received: "none",
      why: "Not every server has one: the specification leaves it to the server.",
      reference: reference)
  }
}
