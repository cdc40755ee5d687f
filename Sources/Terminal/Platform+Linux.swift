// The calls that differ on Linux; Platform+Darwin.swift has the same declarations.
#if canImport(Glibc) || canImport(Musl)
  #if canImport(Glibc)
    import Glibc
  #else
    import Musl
  #endif

  /// The system on which the program runs.
  package enum Platform {
    /// The name shown to the user.
    package static let name = "Linux"

    /// The program that opens a URL in the user's browser.
    package static let opener = "xdg-open"
    /// Whether environment variables tell if there is a desktop.
    static let namesDesktop = true

    /// Whether live requests use a proxy set in the environment.
    ///
    /// `URLSession` uses libcurl, which reads the environment.
    package static let takesProxyFromEnvironment = true

    /// The files that may contain trusted authorities, of which the first that exists is used.
    ///
    /// `URLSession` searches in this order and ignores the environment.
    package static let certificateBundles = [
      "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
      "/usr/share/ssl/certs/ca-bundle.crt", "/usr/local/share/certs/ca-root-nss.crt",
      "/etc/ssl/cert.pem",
    ]

    /// The path of the running program, with links resolved, or empty if unknown.
    static var executablePath: String {
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink("/proc/self/exe", &buffer, buffer.count)
      // A path as long as the buffer may be truncated.
      guard count > 0, count < buffer.count else { return "" }
      return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The number of processors that are available.
    package static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// Returns the processes whose environment contains a text, with their names; this one is left out.
    package static func processes(with text: String) -> [(process: Int32, name: String)] {
      guard let folder = opendir("/proc") else { return [] }
      defer { closedir(folder) }
      var found: [(process: Int32, name: String)] = []
      while let entry = readdir(folder) {
        let number = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          Int32(String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self))
        }
        guard let number, number != getpid(),
          let variables = try? FileReading.read(path: "/proc/\(number)/environ", limit: 1_048_576),
          String(decoding: variables, as: UTF8.self).contains(text)
        else { continue }
        let name = (try? FileReading.read(path: "/proc/\(number)/comm", limit: 256)) ?? []
        found.append((number, String(decoding: name.filter { $0 != 0x0A }, as: UTF8.self)))
      }
      return found
    }

    /// Waits until the disk has stored a file; returns `false` if that failed.
    package static func synchronize(_ file: Int32) -> Bool { fsync(file) == 0 }

    typealias SpawnActions = posix_spawn_file_actions_t
    typealias SpawnAttributes = posix_spawnattr_t

    /// Returns uninitialized file actions, for `posix_spawn_file_actions_init`.
    static func spawnActions() -> SpawnActions { posix_spawn_file_actions_t() }

    /// Returns uninitialized attributes of a process, for `posix_spawnattr_init`.
    static func spawnAttributes() -> SpawnAttributes { posix_spawnattr_t() }

    /// The value of a disabled terminal key (`_POSIX_VDISABLE`).
    static let noKey: cc_t = 0
  }
#endif
