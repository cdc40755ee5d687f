import LiveChannels
import Terminal
import Transcript
package import Vocabulary

/// Which server a run is for: the one that the options name, or that of the session, or the usual one.
package struct ServerChoice {
  package let choices: Choices
  package let surroundings: Surroundings

  /// Reads the options that name a server.
  package init(choices: Choices, surroundings: Surroundings) {
    self.choices = choices
    self.surroundings = surroundings
  }

  /// The server that the options name, with its own description if it was asked for one.
  package struct Choice {
    package let server: AuthorizationServer
    package let discovered: Discovered?
  }

  /// The mode that the options name: who names a server wants it to answer.
  package static func mode(_ choices: Choices, _ chosen: Choice?) -> Mode? {
    choices.value(.mode).flatMap(Mode.init) ?? (chosen == nil ? nil : .live)
  }

  /// The server that the options name.
  ///
  /// - Parameter asksServer: Whether a server may be asked to describe itself.
  /// - Returns: The choice; `nil` if no option names a server, or it may not be asked.
  /// - Throws: `CommandError` for a file or a server that does not describe one, and for two at once.
  package func chosen(asksServer: Bool = true) async throws(CommandError) -> Choice? {
    try check()
    if let issuer = choices.value(.discover) {
      guard asksServer else { return nil }
      let back = LiveBackChannel.make(choices, surroundings)
      defer { back.close() }
      let discovery = ServerDiscovery(
        back: back, console: surroundings.console, choices: choices)
      let discovered = try await discovery.server(issuer: issuer)
      return Choice(server: discovered.server, discovered: discovered)
    }
    guard let name = choices.value(.serverName) else { return nil }
    if let server = KnownServers.named(name) {
      return Choice(server: server, discovered: nil)
    }
    let file = try ServerFile(path: name).described()
    if let words = ServerFile.words(on: file.unknown) { surroundings.console.hint(words + "\n") }
    return Choice(server: file.server, discovered: nil)
  }

  /// A server belongs to live mode: a recording and the practice server are what they are.
  private func check() throws(CommandError) {
    let named = [Option.serverName, .discover].filter(choices.has)
    guard named.count < 2 else {
      throw CommandError(
        .usage, "--server and --discover exclude each other.", next: Advice("Give one of them."))
    }
    let mode = choices.value(.mode).flatMap(Mode.init)
    if let option = named.first, let mode, mode != .live {
      throw CommandError(
        .usage,
        "The option \(option.name) names a real server, and \(mode.rawValue) mode asks none.",
        next: Advice("Type", "walk --mode live \(option.words(nil)) --client-id ID"))
    }
  }
}

/// The servers that have a name of their own; any other is described by a file or by itself.
package enum KnownServers {
  /// The names that `--server` takes, with the servers.
  package static let all: [(name: String, server: AuthorizationServer)] = [
    ("fitbit", .fitbit),
    ("google-health", .googleHealth),
    ("practice", .practice(at: Defaults.practiceURL)),
  ]

  /// The name of the server that is asked where none is named.
  package static let usual = "fitbit"

  /// The server of a name; `nil` if there is none.
  package static func named(_ name: String) -> AuthorizationServer? {
    all.first { $0.name == name }?.server
  }
}
