/// What all connections of a server share.
struct Service: Sendable {
  let handler: any HTTPHandler
  let limits: LoopbackLimits
  let poller: Poller
  let date: DateLine
  /// Host and port of the server.
  let authority: String
}
