#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension BrowserOpening {
  /// Starts a program, its input and output silenced; `nil` if that does not succeed.
  ///
  /// It gets a group of its own: Ctrl-C in the terminal is meant for this program, not for the browser.
  static func start(
    _ file: String, _ words: [String], _ environment: [String: String]
  ) -> pid_t? {
    ProgramStart.start(file, words, environment) { actions, attributes in
      for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
      }
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
      posix_spawnattr_setpgroup(&attributes, 0)
    }
  }
}
