import LiveChannels
import Terminal
import Transcript
package import Vocabulary

/// The server of a run: the one that the options name, the session's, or the usual one.
package struct ServerChoice {
  package let choices: Choices
  package let surroundings: Surroundings

  /// Creates the choice from a command line.
  package init(choices: Choices, surroundings: Surroundings) {
    self.choices = choices
    self.surroundings = surroundings
  }

  /// The server that the options name, with its metadata if it was requested.
  package struct Choice {
    package let server: AuthorizationServer
    package let discovered: Discovered?
  }

  /// Returns the mode that the options name, or live mode if they only name a server.
  package static func mode(_ choices: Choices, _ chosen: Choice?) -> Mode? {
    choices.value(.mode).flatMap(Mode.init) ?? (chosen == nil ? nil : .live)
  }

  /// Returns the server that the options name.
  ///
  /// - Parameter asksServer: Whether the metadata of a server may be requested.
  /// - Returns: The choice, or `nil` if no option names a server or the request is not permitted.
  /// - Throws: `CommandError` if a server file or metadata is unusable, or two servers are named.
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

  /// Checks that at most one server is named, and only in live mode.
  private func check() throws(CommandError) {
    let named = [Option.serverName, .discover].filter(choices.has)
    guard named.count < 2 else {
      throw CommandError(
        .usage, "--server and --discover cannot be used together.",
        next: Advice("Use one of them."))
    }
    let mode = choices.value(.mode).flatMap(Mode.init)
    if let option = named.first, let mode, mode != .live {
      throw CommandError(
        .usage,
        "\(option.name) names a real server, and \(mode.rawValue) mode uses none.",
        next: Advice("Use live mode", "walk --mode live \(option.words(nil)) --client-id ID"))
    }
  }
}

/// The servers with a name: any other has a server file or publishes its metadata.
package enum KnownServers {
  /// The names that `--server` accepts, with the servers.
  package static let all: [(name: String, server: AuthorizationServer)] = [
    ("fitbit", .fitbit),
    ("google-health", .googleHealth),
    ("practice", .practice(at: Defaults.practiceURL)),
  ]

  /// The name of the default server.
  package static let usual = "fitbit"

  /// Returns the server with a name, or `nil` if there is none.
  package static func named(_ name: String) -> AuthorizationServer? {
    all.first { $0.name == name }?.server
  }
}
