// The calls that differ on macOS; Platform+Linux.swift has the same declarations.
#if canImport(Darwin)
  import Darwin
  import MachO

  /// The system on which the program runs.
  package enum Platform {
    /// The name shown to the user.
    package static let name = "macOS"

    /// The program that opens a URL in the user's browser.
    package static let opener = "open"
    /// Whether environment variables tell if there is a desktop; macOS always has one.
    static let namesDesktop = false

    /// Whether live requests use a proxy set in the environment.
    ///
    /// `URLSession` uses only System Settings.
    package static let takesProxyFromEnvironment = false

    /// The files that may contain trusted authorities, of which the first that exists is used.
    ///
    /// There are none, because `URLSession` uses the keychains.
    package static let certificateBundles: [String] = []

    /// The path of the running program, with links resolved, or empty if unknown.
    static var executablePath: String {
      var buffer = [CChar](repeating: 0, count: 4096)
      var size = UInt32(buffer.count)
      guard _NSGetExecutablePath(&buffer, &size) == 0, let resolved = realpath(buffer, nil) else {
        return ""
      }
      defer { free(resolved) }
      return String(cString: resolved)
    }

    /// The number of processors that are available.
    package static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// Returns the processes whose environment contains a text, with their names; this one is left out.
    ///
    /// macOS hides the environment of its own programs, such as `/bin/sh`.
    package static func processes(with text: String) -> [(process: Int32, name: String)] {
      let stride = MemoryLayout<kinfo_proc>.stride
      var query = [CTL_KERN, KERN_PROC, KERN_PROC_UID, Int32(bitPattern: getuid())]
      var size = 0
      guard sysctl(&query, 4, nil, &size, nil, 0) == 0 else { return [] }
      // A few more can start meanwhile.
      var all = [kinfo_proc](repeating: kinfo_proc(), count: size / stride + 64)
      size = all.count * stride
      guard sysctl(&query, 4, &all, &size, nil, 0) == 0 else { return [] }
      // The most that the system returns (ARG_MAX).
      var strings = [UInt8](repeating: 0, count: 1_048_576)
      var found: [(process: Int32, name: String)] = []
      for entry in all.prefix(size / stride) where entry.kp_proc.p_pid != getpid() {
        query = [CTL_KERN, KERN_PROCARGS2, entry.kp_proc.p_pid]
        size = strings.count
        guard sysctl(&query, 3, &strings, &size, nil, 0) == 0,
          String(decoding: strings.prefix(size), as: UTF8.self).contains(text)
        else { continue }
        let name = withUnsafeBytes(of: entry.kp_proc.p_comm) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        found.append((entry.kp_proc.p_pid, name))
      }
      return found
    }

    /// Waits until the disk has stored a file; returns `false` if that failed.
    ///
    /// `fsync` may leave data in the drive's cache. `F_FULLFSYNC` does not, but some file systems
    /// lack it.
    package static func synchronize(_ file: Int32) -> Bool {
      fcntl(file, F_FULLFSYNC) == 0 || fsync(file) == 0
    }

    typealias SpawnActions = posix_spawn_file_actions_t?
    typealias SpawnAttributes = posix_spawnattr_t?

    /// Returns uninitialized file actions, for `posix_spawn_file_actions_init`.
    static func spawnActions() -> SpawnActions { nil }

    /// Returns uninitialized attributes of a process, for `posix_spawnattr_init`.
    static func spawnAttributes() -> SpawnAttributes { nil }

    /// The value of a disabled terminal key (`_POSIX_VDISABLE`).
    static let noKey: cc_t = 0xFF
  }
#endif
