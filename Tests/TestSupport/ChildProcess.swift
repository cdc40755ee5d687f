#if canImport(Glibc)
  package import Glibc
#elseif canImport(Musl)
  package import Musl
#else
  package import Darwin
#endif

/// A program that the tests run as a child process.
///
/// On Linux, Foundation's `Process` watches its children with `select`, which is limited to
/// descriptors below 1024. Tests with hundreds of connections use more.
package struct ChildProcess: Sendable {
  /// The way in which the child ended.
  package enum End: Hashable, Sendable {
    /// It exited with this status.
    case exit(Int32)
    /// This signal ended it.
    case signal(Int32)
  }

  /// An error for a child that could not be started.
  package struct Failure: Error {
    /// The system's error number.
    package let code: Int32
  }

  /// The executable file.
  package let path: String
  /// Its arguments, without its name.
  package let arguments: [String]
  /// Its environment variables.
  package let environment: [String: String]
  /// The folder in which it starts, or `nil` for that of the tests.
  package let folder: String?
  /// The files for its standard input, output, and error.
  package let files: (input: String, output: String, errors: String)

  /// Creates a description; the child is not started yet.
  package init(
    path: String, arguments: [String], environment: [String: String], folder: String? = nil,
    files: (input: String, output: String, errors: String)
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
    self.files = files
  }

  /// Runs the child and waits for its end; kills it after `limit` seconds.
  package func run(killedAfter limit: Double) throws(Failure) -> End {
    let process = try start()
    var waited = 0.0
    while true {
      if let end = Self.end(of: process) { return end }
      if waited >= limit { kill(process, SIGKILL) }
      usleep(2_000)
      waited += 0.002
    }
  }

  /// Returns how a child ended, or `nil` while it runs; can return an end only once.
  package static func end(of process: pid_t) -> End? {
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) != 0 else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
  }

  /// Kills a child and waits for its end.
  ///
  /// Without the wait, Swift Testing could not detect the end of its own child.
  package static func end(now process: pid_t) {
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// Starts the child without waiting for its end.
  package func start() throws(Failure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // The test threads block signals. A child must not inherit that; it does not from a shell.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    posix_spawn_file_actions_addopen(&actions, 0, files.input, O_RDONLY, 0)
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, files.output, writing, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, files.errors, writing, 0o600)
    // The portable way to start a program in another folder: a shell that calls exec.
    let shell = folder.map { ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, $0] } ?? []
    let command = shell + [path] + arguments
    var words = command.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for word in words + variables { free(word) } }
    var process = pid_t()
    let code = posix_spawn(&process, command[0], &actions, &attributes, &words, &variables)
    guard code == 0 else { throw Failure(code: code) }
    return process
  }
}
