#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Starts other programs.
enum ProgramStart {
  /// Starts a program, and does not wait for it.
  ///
  /// - Parameters:
  ///   - file: Where the program lies.
  ///   - words: Its name and its arguments.
  ///   - environment: The variables that it sees.
  ///   - prepare: Says what becomes of its files, signals and group.
  /// - Returns: The process; `nil` if that does not succeed.
  static func start(
    _ file: String, _ words: [String], _ environment: [String: String],
    prepare: (inout Platform.SpawnActions, inout Platform.SpawnAttributes) -> Void
  ) -> pid_t? {
    var actions = Platform.spawnActions()
    var attributes = Platform.spawnAttributes()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    prepare(&actions, &attributes)
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for word in arguments + variables { free(word) } }
    var process = pid_t()
    let code = posix_spawn(&process, file, &actions, &attributes, &arguments, &variables)
    return code == 0 ? process : nil
  }
}
