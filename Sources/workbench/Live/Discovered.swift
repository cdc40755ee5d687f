import Discovery
import Vocabulary

/// A server that has described itself, with the two messages.
struct Discovered {
  let server: AuthorizationServer
  let request: MetadataRequest
  let answer: MetadataResponse

  /// Puts the two messages into the report, before the first step.
  func show(_ perform: Narrator) throws {
    _ = try perform(request)
    _ = try perform(answer)
  }
}
