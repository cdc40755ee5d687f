import LiveChannels
import Terminal
import Transcript
import Vocabulary

/// Which server a run is for: the one that the options name, or that of the session, or the usual one.
struct ServerChoice {
  let invocation: Invocation
  let surroundings: Surroundings

  /// The server that the options name, with its own description if it was asked for one.
  struct Choice {
    let server: AuthorizationServer
    let discovered: Discovered?
  }

  /// The mode that the options name: who names a server wants it to answer.
  static func mode(_ invocation: Invocation, _ chosen: Choice?) -> Mode? {
    invocation.value(.mode).flatMap(Mode.init) ?? (chosen == nil ? nil : .live)
  }

  /// The server that the options name.
  ///
  /// - Returns: The choice; `nil` if no option names a server.
  /// - Throws: `CommandError` for a file or a server that does not describe one, and for two at once.
  func chosen() async throws(CommandError) -> Choice? {
    try check()
    if let issuer = invocation.value(.discover) {
      let back = LiveBackChannel.make(invocation, surroundings)
      defer { back.close() }
      let discovery = ServerDiscovery(back: back, console: surroundings.console)
      let discovered = try await discovery.server(issuer: issuer)
      return Choice(server: discovered.server, discovered: discovered)
    }
    guard let name = invocation.value(.serverName) else { return nil }
    if let server = KnownServers.named(name) {
      return Choice(server: server, discovered: nil)
    }
    return Choice(server: try ServerFile(path: name).server(), discovered: nil)
  }

  /// A server belongs to live mode: a recording and the practice server are what they are.
  private func check() throws(CommandError) {
    let named = [Option.serverName, .discover].filter(invocation.has)
    guard named.count < 2 else {
      throw CommandError(
        .usage, "--server and --discover exclude each other.", next: Advice("Give one of them."))
    }
    let mode = invocation.value(.mode).flatMap(Mode.init)
    if let option = named.first, let mode, mode != .live {
      throw CommandError(
        .usage,
        "The option \(option.name) names a real server, and \(mode.rawValue) mode asks none.",
        next: Advice("Type", "walk --mode live \(option.name) \(option.placeholder ?? "")"))
    }
  }
}
