/// What an action throws, as a value; `nil` if it throws nothing.
package func failure(of action: () async throws -> Void) async -> (any Error)? {
  do {
    try await action()
    return nil
  } catch {
    return error
  }
}
