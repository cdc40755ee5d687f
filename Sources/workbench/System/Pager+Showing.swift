#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Pager {
  /// What Ctrl-C means is for the pager to say; and one that is left early reads no further.
  private static let ignored = [SIGINT, SIGQUIT, SIGPIPE]

  /// Shows a text, and waits until the user has left it.
  ///
  /// - Returns: Whether the pager could be started.
  func show(_ text: String) -> Bool {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let before = Self.ignored.map { signal($0, SIG_IGN) }
    defer { for (number, action) in zip(Self.ignored, before) { _ = signal(number, action) } }
    let process = start(reading: ends[0])
    close(ends[0])
    if process != nil { _ = FileWriting.write(Array(text.utf8), to: ends[1]) }
    close(ends[1])
    guard let process else { return false }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // POSIX, sh: 126 for a command that is no program, 127 for one that was not found.
    return ![126, 127].contains((status >> 8) & 0xFF)
  }

  /// Starts the program at the user's terminal; `nil` if that does not succeed.
  private func start(reading input: Int32) -> pid_t? {
    ProgramStart.start(file, words, environment) { actions, attributes in
      posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
      // What is ignored here, it would ignore as well.
      var signals = sigset_t()
      sigemptyset(&signals)
      for number in Self.ignored { sigaddset(&signals, number) }
      posix_spawnattr_setsigdefault(&attributes, &signals)
      // Nor may it inherit that a thread of this program puts signals off.
      var none = sigset_t()
      sigemptyset(&none)
      posix_spawnattr_setsigmask(&attributes, &none)
      posix_spawnattr_setflags(
        &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    }
  }
}
