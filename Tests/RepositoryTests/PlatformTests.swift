import TestSupport
import Testing

/// What differs between Linux and macOS is in pairs of files, and nowhere else.
///
/// A compiler sees one system only: what exists on the other one alone would be found there, or by a user.
struct PlatformTests {
  /// Names that only one system has, or that mean something else on the other, and why.
  static let names: [(name: String, reason: String)] = [
    ("kqueue", "macOS only"), ("kevent", "macOS only"), ("EVFILT_WRITE", "macOS only"),
    ("EVFILT_READ", "macOS only"), ("_NSGetExecutablePath", "macOS only, in MachO"),
    ("proc_pidpath", "macOS only"), ("sysctlbyname", "macOS only"),
    ("arc4random_buf", "not in musl"),
    ("F_FULLFSYNC", "macOS only"), ("F_NOCACHE", "macOS only"), ("F_GETPATH", "macOS only"),
    ("SO_NOSIGPIPE", "macOS only"), ("sin_len", "BSD's addresses only"),
    ("sin6_len", "BSD's addresses only"), ("ss_len", "BSD's addresses only"),
    ("os_unfair_lock", "macOS only"), ("mach_absolute_time", "macOS only"),
    ("clonefile", "macOS only"), ("TIOCSTI", "refused on new Linux"),

    ("/proc/", "Linux only"), ("/sys/", "Linux only"), ("MSG_NOSIGNAL", "Linux only"),
    ("SOCK_CLOEXEC", "Linux only"), ("SOCK_NONBLOCK", "Linux only"), ("pipe2", "Linux only"),
    ("accept4", "Linux only"), ("epoll_create1", "Linux only"), ("epoll_ctl", "Linux only"),
    ("epoll_wait", "Linux only"), ("eventfd", "Linux only"), ("signalfd", "Linux only"),
    ("timerfd_create", "Linux only"), ("inotify_init1", "Linux only"), ("prctl", "Linux only"),
    ("PR_SET_PDEATHSIG", "Linux only"), ("PR_SET_DUMPABLE", "Linux only"),
    ("close_range", "Linux only"), ("getrandom", "Linux only"), ("memfd_create", "Linux only"),
    ("ppoll", "Linux only"), ("gettid", "Linux only"), ("fdatasync", "not declared on macOS"),
    ("explicit_bzero", "Linux only"), ("secure_getenv", "Linux only"), ("O_PATH", "Linux only"),
    ("O_TMPFILE", "Linux only"), ("F_OFD_SETLK", "Linux only"), ("SO_PEERCRED", "Linux only"),
    ("SO_BINDTODEVICE", "Linux only"), ("TCP_USER_TIMEOUT", "Linux only"),
    ("TCP_QUICKACK", "Linux only"), ("POLLRDHUP", "Linux only"),
    ("__rlimit_resource_t", "glibc only"), ("rawValue: SOCK_STREAM", "glibc only"),
    ("xdg-open", "a program of Linux's desktops"),

    ("SOCK_STREAM", "of another type in glibc"), ("SOCK_DGRAM", "of another type in glibc"),
    ("RLIMIT_NOFILE", "of another type in glibc"), ("RLIMIT_CORE", "of another type in glibc"),
    ("RLIMIT_DATA", "cannot be lowered on macOS"), ("RLIMIT_AS", "cannot be lowered on macOS"),
    ("pthread_create", "its argument is not optional on macOS"),
    ("posix_spawn_file_actions_t", "optional on macOS"), ("posix_spawnattr_t", "optional on macOS"),
    ("fsync", "leaves the content in the drive's cache on macOS"),
    ("_POSIX_VDISABLE", "another number, and of another type, on macOS"),
    ("events: 0", "poll waits for nothing then on macOS, not even for a hang-up"),
    ("SO_REUSEPORT", "shares a port's connections on Linux, and the port alone on macOS"),
    ("NSURLAuthenticationMethodServerTrust", "not asked on Linux"),
  ]

  private static func isPlatformFile(_ path: String) -> Bool {
    path.hasSuffix("+Darwin.swift") || path.hasSuffix("+Linux.swift")
  }

  /// The lines of a text without its comments.
  private static func code(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      // In a URL the slashes follow a colon and not a space.
      let comment = line.ranges(of: "//").first { range in
        range.lowerBound == line.startIndex || line[..<range.lowerBound].last == " "
      }
      return comment.map { line[..<$0.lowerBound] } ?? line
    }
  }

  /// The identifiers in some lines.
  ///
  /// Looking each name up in every line took ten seconds.
  private static func words(in code: [Substring]) -> Set<Substring> {
    Set(
      code.flatMap { line in
        line.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) && $0 != "_" }
      })
  }

  /// Whether a line has a name, and not a longer one that contains it.
  private static func has(_ name: String, in line: Substring) -> Bool {
    line.ranges(of: name).contains { range in
      let before = line[..<range.lowerBound].last
      let after = line[range.upperBound...].first
      return !(isOfWord(name.first) && isOfWord(before))
        && !(isOfWord(name.last) && isOfWord(after))
    }
  }

  private static func isOfWord(_ character: Character?) -> Bool {
    character.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
  }

  private static func foundNames(in text: String) -> [String] {
    let code = code(text)
    let words = words(in: code)
    return names.map(\.name).filter { name in
      name.allSatisfy(isOfWord)
        ? words.contains(name[...]) : text.contains(name) && code.contains { has(name, in: $0) }
    }
  }

  /// The lines that only one of the systems compiles, but for imports.
  private static func conditionalLines(in text: String) -> [String] {
    var conditions: [Bool] = []
    var found: [String] = []
    for line in code(text).map({ $0.trimmingPrefix(while: \.isWhitespace) }) {
      if line.hasPrefix("#if") {
        // The processor and the compiler say nothing about the system.
        let asks = ["canImport(", "os(", "targetEnvironment(", "_runtime("]
        conditions.append(asks.contains { line.contains($0) })
      } else if line.hasPrefix("#endif") {
        _ = conditions.popLast()
      } else if conditions.contains(true), !line.hasPrefix("#"), !line.isEmpty,
        !line.contains(#/^(?:\w+ )?import /#)
      {
        found.append(String(line))
      }
    }
    return found
  }

  @Test func `what only one system has is in its file`() throws {
    var count = 0
    for path in Repository.files(under: "Sources", ending: ".swift") {
      let text = try #require(Repository.text(of: path))
      let found = Self.foundNames(in: text)
      count += found.count
      guard !Self.isPlatformFile(path) else { continue }
      expect(found, is: [], "\(path)")
      expect(Self.conditionalLines(in: text), is: [], "\(path)")
    }
    // Otherwise the list would look for what nobody uses.
    expect(count > 20)
  }

  /// The members that a file declares; what a function declares within is not static.
  private static func members(of path: String) throws -> Set<String> {
    let pattern = #/(?:static (?:let|var)|func|typealias) (\w+)/#
    return Set(
      code(try #require(Repository.text(of: path))).flatMap { line in
        line.matches(of: pattern).map { String($0.output.1) }
      })
  }

  @Test func `each module has one pair of files at most, and both say the same`() throws {
    let paths = Repository.files(under: "Sources", ending: ".swift").filter(Self.isPlatformFile)
    let darwin = paths.filter { $0.hasSuffix("+Darwin.swift") }
    let linux = paths.filter { $0.hasSuffix("+Linux.swift") }
    expect(linux, is: darwin.map { $0.replacing("+Darwin.", with: "+Linux.") })
    let modules = darwin.map { $0.split(separator: "/")[1] }
    expect(Set(modules).count == modules.count && modules.count > 3, "\(modules)")
    for path in darwin {
      let other = path.replacing("+Darwin.", with: "+Linux.")
      expect(try Self.members(of: path), is: try Self.members(of: other), "\(path)")
      expect(try !Self.members(of: path).isEmpty, "\(path)")
    }
  }

  @Test(arguments: [
    ("let queue = kqueue()", ["kqueue"]), ("let kqueues = 1 // kqueue", []), ("// kqueue", []),
    (#"open("/proc/self/exe", O_RDONLY)"#, ["/proc/"]), ("a.sin_len = 1", ["sin_len"]),
    ("pollfd(fd: 1, events: 0, revents: 0)", ["events: 0"]), ("let my_kqueue = 1", []),
    (#"let url = "https://a.example/x" + kqueue()"#, ["kqueue"]),
  ])
  func `a name is found in code, and not in comments`(text: String, expected: [String]) {
    expect(Self.foundNames(in: text), is: expected)
  }

  @Test(arguments: [
    ("#if canImport(A)\n  import A\n#else\n  public import B // b\n#endif\nlet a = 1", []),
    ("#if os(Linux)\n  let a = 1\n#endif", ["let a = 1"]),
    ("#if arch(arm64)\n  let a = 1\n#elseif canImport(A)\n#endif", []),
    ("#if !canImport(A)\n  import A\n  #if DEBUG\n    f()\n  #endif\n#endif", ["f()"]),
  ])
  func `lines for one system are found`(text: String, expected: [String]) {
    expect(Self.conditionalLines(in: text), is: expected)
  }
}
