#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Another program, described before it is started; no shell reads any of this.
package struct ProgramStart {
  /// A file of the new program.
  package enum Stream {
    /// The same as in this program.
    case inherited
    /// Nothing is read from it, and what is written to it is discarded.
    case null
    /// A copy of a descriptor of this program.
    case copy(of: Int32)
  }

  /// The variable that no other program gets: a browser, a pager and the program for the network do their
  /// work without the client secret, and each could hand it on.
  private static let withheld = "WORKBENCH_CLIENT_SECRET"

  /// The program's file.
  package var file: String
  /// The program's name and its arguments.
  package var words: [String]
  /// The variables that it sees, without the client secret; `nil` for those of this program.
  package var environment: [String: String]?
  /// Standard input.
  package var input = Stream.inherited
  /// Standard output.
  package var output = Stream.inherited
  /// Standard error.
  package var errors = Stream.inherited
  /// Whether Ctrl-C in the terminal is meant for this program alone.
  package var hasOwnGroup = false
  /// The signals that this program ignores and the new one is not to ignore.
  package var restoredSignals: [Int32] = []

  /// Describes a program.
  package init(file: String, words: [String], environment: [String: String]? = nil) {
    self.file = file
    self.words = words
    self.environment = environment
  }

  /// Starts the program, and does not wait for it.
  ///
  /// - Returns: The process, whose end has to be taken with `end(of:)`.
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

  /// The environment of the new program as the system takes it: copies of name and value in one.
  private var variables: [UnsafeMutablePointer<CChar>?] {
    if let environment {
      return environment.filter { $0.key != Self.withheld }.map { strdup("\($0)=\($1)") }
    }
    let start = Self.withheld + "="
    var variables: [UnsafeMutablePointer<CChar>?] = []
    var next = environ
    // As bytes: a value need not be UTF-8.
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
      // Nor may it inherit that a thread of this program puts signals off.
      var none = sigset_t()
      sigemptyset(&none)
      posix_spawnattr_setsigmask(&attributes, &none)
      flags |= Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }

  /// Waits until a program that was started here has ended.
  ///
  /// - Parameter process: The process; its end can be taken once.
  /// - Returns: The status as `waitpid` has it.
  @discardableResult
  package static func end(of process: Int32) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }
}

/// Where the running program lies.
package enum ExecutablePath {
  /// The path of another program in the same folder.
  package static func beside(_ name: String) -> String {
    current.lastIndex(of: "/").map { current[...$0] + name } ?? name
  }

  /// The path; empty if the system does not tell.
  ///
  /// A link to the program is resolved, because its companion is in the same folder as the program itself.
  package static var current: String { Platform.executablePath }

  /// The current folder, links in it resolved; empty if the system does not tell.
  package static var currentFolder: String {
    guard let folder = getcwd(nil, 0) else { return "" }
    defer { free(folder) }
    return String(cString: folder)
  }

  /// Whether there is a folder at a path.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether there is a file at a path.
  package static func isFile(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
