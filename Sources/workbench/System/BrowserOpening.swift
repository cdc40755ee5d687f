#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Opens a URL in the user's browser.
enum BrowserOpening {
  /// Tries the programs that do this, in turn.
  ///
  /// - Parameters:
  ///   - url: The address.
  ///   - environment: `BROWSER` names a program of the user's choice.
  /// - Returns: Whether one of them could be started.
  static func open(_ url: String, environment: [String: String]) -> Bool {
    let chosen = environment["BROWSER"].map { [$0] } ?? []
    #if canImport(Darwin)
      let usual = ["open"]
    #else
      let usual = ["xdg-open"]
    #endif
    return (chosen + usual).contains { start($0, url) }
  }

  /// Starts a program with the URL as its only argument, its output silenced; no shell is involved.
  private static func start(_ program: String, _ url: String) -> Bool {
    var words = [strdup(program), strdup(url), nil]
    defer { for word in words { free(word) } }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var process = pid_t()
    return posix_spawnp(&process, program, &actions, nil, &words, environ) == 0
  }
}
