#if canImport(Glibc)
  package import Glibc
#elseif canImport(Musl)
  package import Musl
#else
  package import Darwin
#endif

/// A program that is run to its end as a child of the tests.
///
/// Foundation's `Process` watches its children with `select` on Linux, which knows descriptors below
/// 1024 only; tests with hundreds of connections have more.
package struct ChildProcess: Sendable {
  /// How the child ended.
  package enum End: Hashable, Sendable {
    /// It ended by itself with a status.
    case exit(Int32)
    /// A signal ended it.
    case signal(Int32)
  }

  /// A child that could not be started.
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
  /// The folder that it starts in; `nil` for the tests' own.
  package let folder: String?
  /// The files that it reads and writes.
  package let files: (input: String, output: String, errors: String)

  /// Describes a child.
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

  /// Runs the child and waits for its end; after so many seconds it is killed.
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

  /// How a child ended, which can be asked once; `nil` while it runs.
  package static func end(of process: pid_t) -> End? {
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) != 0 else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
  }

  /// Kills a child and waits until it is gone.
  ///
  /// A child that nobody waited for would keep Swift Testing from seeing the end of its own.
  package static func end(now process: pid_t) {
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// Starts the child, and does not wait.
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
    // The threads of the tests put signals off, and a child would inherit that: no shell does it.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    posix_spawn_file_actions_addopen(&actions, 0, files.input, O_RDONLY, 0)
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, files.output, writing, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, files.errors, writing, 0o600)
    // A shell that becomes the program is the portable way to start it in another folder.
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
