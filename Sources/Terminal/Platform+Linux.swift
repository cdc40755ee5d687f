// Calls that Linux has otherwise than macOS; Platform+Darwin.swift says the same, line by line.
#if canImport(Glibc) || canImport(Musl)
  #if canImport(Glibc)
    import Glibc
  #else
    import Musl
  #endif

  /// The system on which the program runs.
  package enum Platform {
    /// The name that a person knows it by.
    package static let name = "Linux"

    /// The program that opens an address in the user's browser.
    static let opener = "xdg-open"
    /// Whether a variable of the environment says if there is a desktop.
    static let namesDesktop = true

    /// Whether live requests go through a proxy that the environment names.
    ///
    /// `URLSession` lets libcurl choose, which reads the environment.
    package static let takesProxyFromEnvironment = true

    /// The files that may hold the authorities that live requests trust; the first that is there counts.
    ///
    /// `URLSession` looks for them in this order, and at no variable of the environment.
    package static let certificateBundles = [
      "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
      "/usr/share/ssl/certs/ca-bundle.crt", "/usr/local/share/certs/ca-root-nss.crt",
      "/etc/ssl/cert.pem",
    ]

    /// The path of the running program, links in it resolved; empty if the system does not tell.
    static var executablePath: String {
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink("/proc/self/exe", &buffer, buffer.count)
      // A path as long as the buffer may have been cut off.
      guard count > 0, count < buffer.count else { return "" }
      return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Waits until the disk has what was written to a file; `false` if that failed.
    package static func synchronize(_ file: Int32) -> Bool { fsync(file) == 0 }

    typealias SpawnActions = posix_spawn_file_actions_t
    typealias SpawnAttributes = posix_spawnattr_t

    /// The list of a new process's files, for `posix_spawn_file_actions_init` to make.
    static func spawnActions() -> SpawnActions { posix_spawn_file_actions_t() }

    /// The attributes of a new process, for `posix_spawnattr_init` to make.
    static func spawnAttributes() -> SpawnAttributes { posix_spawnattr_t() }

    /// A terminal's key that is switched off: `_POSIX_VDISABLE`.
    static let noKey: cc_t = 0
  }
#endif
