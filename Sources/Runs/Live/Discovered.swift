package import Discovery
package import Vocabulary

/// A server that has described itself, with the two messages.
package struct Discovered {
  package let server: AuthorizationServer
  package let request: MetadataRequest
  package let answer: MetadataResponse

  /// Puts the two messages into the report, before the first step.
  package func show(_ perform: Narrator) throws {
    _ = try perform(request)
    _ = try perform(answer)
  }
}
