import LoopbackHTTP

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The settings that this program makes before anything else.
enum Precautions {
  /// Makes the settings, before a second thread starts.
  static func prepare() {
    // The caller may be gone: a write then fails instead of ending the process.
    _ = signal(SIGPIPE, SIG_IGN)
    // With these, Foundation writes whole exchanges to standard error, secrets included.
    for name in ["URLSessionDebug", "URLSessionDebugLibcurl"] { unsetenv(name) }
    keepLoopbackFromProxies()
    // Crash reports and core files contain memory, and with it secrets.
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGSEGV, SIGFPE] {
      _ = signal(number, SIG_DFL)
    }
    limit(NetworkPlatform.coreFile, to: 0)
    // A server may send a redirect with a body that Foundation on Linux collects without end.
    if let memory = NetworkPlatform.memory { limit(memory, to: 512 << 20) }
  }

  /// Ends the program as soon as the reader of its responses is gone.
  static func endWithReader() {
    _ = Thread.start {
      if NetworkPlatform.waitUntilReaderLeaves(STDOUT_FILENO) { exit(0) }
    }
  }

  /// Exempts loopback from proxies, because 127.0.0.1 is another machine for a remote proxy.
  ///
  /// libcurl reads `no_proxy`, then `NO_PROXY`.
  private static func keepLoopbackFromProxies() {
    let names = (getenv("no_proxy") ?? getenv("NO_PROXY")).map { String(cString: $0) + "," } ?? ""
    // A lone asterisk means every host, but not in a list.
    if names != "*," { setenv("no_proxy", names + "localhost,127.0.0.0/8,::1", 1) }
  }

  private static func limit(_ resource: NetworkPlatform.Resource, to bytes: rlim_t) {
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, bytes)
    _ = setrlimit(resource, &limit)
  }
}
