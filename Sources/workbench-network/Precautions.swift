import LoopbackHTTP

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What this program settles with the system before anything else.
enum Precautions {
  /// Takes precautions; to be called before there is a second thread.
  static func prepare() {
    // Whoever asked may have gone: writing to them fails then, and ends nothing.
    _ = signal(SIGPIPE, SIG_IGN)
    // Foundation would write whole exchanges to the standard error, secrets included.
    for name in ["URLSessionDebug", "URLSessionDebugLibcurl"] { unsetenv(name) }
    keepLoopbackFromProxies()
    // A report on a crash shows memory, and with it secrets; so does a core file.
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGSEGV, SIGFPE] {
      _ = signal(number, SIG_DFL)
    }
    limit(NetworkPlatform.coreFile, to: 0)
    // A server may send a redirect with a body that Foundation on Linux collects without an end.
    if let memory = NetworkPlatform.memory { limit(memory, to: 512 << 20) }
  }

  /// Ends the program when nobody reads its answers any more, whatever it is doing.
  static func endWithReader() {
    _ = Thread.start {
      if NetworkPlatform.waitUntilReaderLeaves(STDOUT_FILENO) { exit(0) }
    }
  }

  /// A proxy on another machine would take 127.0.0.1 for itself.
  ///
  /// libcurl asks `no_proxy`, and then `NO_PROXY`.
  private static func keepLoopbackFromProxies() {
    let names = (getenv("no_proxy") ?? getenv("NO_PROXY")).map { String(cString: $0) + "," } ?? ""
    // An asterisk alone stands for every host, but not beside others.
    if names != "*," { setenv("no_proxy", names + "localhost,127.0.0.0/8,::1", 1) }
  }

  private static func limit(_ resource: NetworkPlatform.Resource, to bytes: rlim_t) {
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, bytes)
    _ = setrlimit(resource, &limit)
  }
}
