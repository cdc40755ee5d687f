#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A description of a program to start; it is started without a shell.
package struct ProgramStart {
  /// A standard stream of the new program.
  package enum Stream {
    /// The stream of this program.
    case inherited
    /// The null device: reads are empty, and writes are discarded.
    case null
    /// A copy of a descriptor of this program.
    case copy(of: Int32)
  }

  /// The variable that is never passed to another program.
  ///
  /// A browser, a pager, and the network program do not need the client secret, and could leak it.
  private static let withheld = "WORKBENCH_CLIENT_SECRET"

  /// The path of the program.
  package var file: String
  /// The program's name and its arguments.
  package var words: [String]
  /// The environment, or `nil` for that of this program; never with the client secret.
  package var environment: [String: String]?
  /// Whether the environment above may contain a client secret: one made up for this program.
  package var passesClientSecret = false
  /// Standard input.
  package var input = Stream.inherited
  /// Standard output.
  package var output = Stream.inherited
  /// Standard error.
  package var errors = Stream.inherited
  /// Whether the new program has its own process group, so that Ctrl-C does not reach it.
  package var hasOwnGroup = false
  /// The signals that this program ignores but the new one must not.
  package var restoredSignals: [Int32] = []

  /// Creates a description; the program is not started yet.
  package init(file: String, words: [String], environment: [String: String]? = nil) {
    self.file = file
    self.words = words
    self.environment = environment
  }

  /// Starts the program without waiting for it.
  ///
  /// - Returns: The process ID; the caller must call `end(of:)` with it.
  /// - Throws: `SystemFault` if it could not be started.
  package func start() throws(SystemFault) -> Int32 {
    var actions = Platform.spawnActions()
    var attributes = Platform.spawnAttributes()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (descriptor, stream) in zip(Int32(0)..., [input, output, errors]) {
      switch stream {
      case .inherited: break
      case .null: posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
      case .copy(let own): posix_spawn_file_actions_adddup2(&actions, own, descriptor)
      }
    }
    set(&attributes)
    var arguments = words.map { strdup($0) } + [nil]
    var variables = variables + [nil]
    defer { for word in arguments + variables { free(word) } }
    var process = pid_t()
    let code = posix_spawn(&process, file, &actions, &attributes, &arguments, &variables)
    guard code == 0 else { throw SystemFault(code) }
    return process
  }

  /// The environment of the new program, as copies of `name=value`.
  private var variables: [UnsafeMutablePointer<CChar>?] {
    if let environment {
      return environment.filter { passesClientSecret || $0.key != Self.withheld }
        .map { strdup("\($0)=\($1)") }
    }
    let start = Self.withheld + "="
    var variables: [UnsafeMutablePointer<CChar>?] = []
    var next = environ
    // Copied as bytes, because a value may not be UTF-8.
    while let variable = next.pointee {
      if strncmp(variable, start, start.utf8.count) != 0 { variables.append(strdup(variable)) }
      next += 1
    }
    return variables
  }

  private func set(_ attributes: inout Platform.SpawnAttributes) {
    var flags: Int32 = 0
    if hasOwnGroup {
      posix_spawnattr_setpgroup(&attributes, 0)
      flags |= Int32(POSIX_SPAWN_SETPGROUP)
    }
    if !restoredSignals.isEmpty {
      var signals = sigset_t()
      sigemptyset(&signals)
      for number in restoredSignals { sigaddset(&signals, number) }
      posix_spawnattr_setsigdefault(&attributes, &signals)
      // The program must not inherit signals that a thread of this one blocks.
      var none = sigset_t()
      sigemptyset(&none)
      posix_spawnattr_setsigmask(&attributes, &none)
      flags |= Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }

  /// Waits until a started program has ended.
  ///
  /// - Parameter process: The process ID, for which this can be called once.
  /// - Returns: The status in the format of `waitpid`.
  @discardableResult
  package static func end(of process: Int32) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }
}

/// Paths related to the running program.
package enum ExecutablePath {
  /// Returns the path of another program in the same folder.
  package static func sibling(_ name: String) -> String {
    current.lastIndex(of: "/").map { current[...$0] + name } ?? name
  }

  /// The path of the running program, or empty if unknown.
  ///
  /// Links are resolved, because the network program is in the folder of the program itself.
  package static var current: String { Platform.executablePath }

  /// The path of the current folder, with links resolved, or empty if unknown.
  package static var currentFolder: String {
    guard let folder = getcwd(nil, 0) else { return "" }
    defer { free(folder) }
    return String(cString: folder)
  }

  /// Whether a path is that of a folder.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a file or folder exists at a path.
  package static func isFile(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
