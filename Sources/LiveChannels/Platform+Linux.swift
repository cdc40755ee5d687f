// Calls that Linux has otherwise than macOS; Platform+Darwin.swift says the same, line by line.
#if canImport(Glibc) || canImport(Musl)
  #if canImport(Glibc)
    import Glibc
  #else
    import Musl
  #endif

  /// The system on which the program runs.
  enum Platform {
    /// The list of a new process's files, for `posix_spawn_file_actions_init` to make.
    static func spawnActions() -> posix_spawn_file_actions_t { posix_spawn_file_actions_t() }
  }
#endif
