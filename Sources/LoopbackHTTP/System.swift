#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the server asks of the system beside sockets.
enum System {
  /// The time of day.
  static func secondsSince1970() -> Int { time(nil) }

  /// Asks for so many descriptors; without asking, macOS gives a program only 256.
  static func allowDescriptors(_ count: Int) {
    var limit = rlimit()
    guard getrlimit(descriptors, &limit) == 0, limit.rlim_cur < count else { return }
    limit.rlim_cur = min(limit.rlim_max, rlim_t(count))
    _ = setrlimit(descriptors, &limit)
  }
}
