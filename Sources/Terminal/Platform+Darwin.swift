// Calls that macOS has otherwise than Linux; Platform+Linux.swift says the same, line by line.
#if canImport(Darwin)
  import Darwin
  import MachO

  /// The system on which the program runs.
  package enum Platform {
    /// The name that a person knows it by.
    package static let name = "macOS"

    /// The program that opens an address in the user's browser.
    static let opener = "open"
    /// Whether a variable of the environment says if there is a desktop; here there always is one.
    static let namesDesktop = false

    /// Whether live requests go through a proxy that the environment names.
    ///
    /// `URLSession` asks System Settings, and nothing else.
    package static let takesProxyFromEnvironment = false

    /// The files that may hold the authorities that live requests trust; the first that is there counts.
    ///
    /// None: `URLSession` asks the keychains.
    package static let certificateBundles: [String] = []

    /// The path of the running program, links in it resolved; empty if the system does not tell.
    static var executablePath: String {
      var buffer = [CChar](repeating: 0, count: 4096)
      var size = UInt32(buffer.count)
      guard _NSGetExecutablePath(&buffer, &size) == 0, let resolved = realpath(buffer, nil) else {
        return ""
      }
      defer { free(resolved) }
      return String(cString: resolved)
    }

    /// Waits until the disk has what was written to a file; `false` if that failed.
    ///
    /// `fsync` leaves it in the drive's own cache. Not every file system can do better.
    package static func synchronize(_ file: Int32) -> Bool {
      fcntl(file, F_FULLFSYNC) == 0 || fsync(file) == 0
    }

    typealias SpawnActions = posix_spawn_file_actions_t?
    typealias SpawnAttributes = posix_spawnattr_t?

    /// The list of a new process's files, for `posix_spawn_file_actions_init` to make.
    static func spawnActions() -> SpawnActions { nil }

    /// The attributes of a new process, for `posix_spawnattr_init` to make.
    static func spawnAttributes() -> SpawnAttributes { nil }

    /// A terminal's key that is switched off: `_POSIX_VDISABLE`.
    static let noKey: cc_t = 0xFF
  }
#endif
