/// What a thread of the system does; it ends when its body returns.
package final class Thread: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}
