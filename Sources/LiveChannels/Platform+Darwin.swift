// Calls that macOS has otherwise than Linux; Platform+Linux.swift says the same, line by line.
#if canImport(Darwin)
  import Darwin

  /// The system on which the program runs.
  enum Platform {
    /// The list of a new process's files, for `posix_spawn_file_actions_init` to make.
    static func spawnActions() -> posix_spawn_file_actions_t? { nil }
  }
#endif
