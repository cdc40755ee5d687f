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
  ///
  /// - Parameter count: The number wanted.
  /// - Returns: The number that the program may have: the system may allow fewer, or more.
  static func allowDescriptors(_ count: Int) -> Int {
    var limit = rlimit()
    // POSIX, limits.h: every system allows that many.
    guard getrlimit(descriptors, &limit) == 0 else { return Int(_POSIX_OPEN_MAX) }
    let before = limit.rlim_cur
    if before < count {
      limit.rlim_cur = min(limit.rlim_max, rlim_t(count))
      if setrlimit(descriptors, &limit) != 0 { limit.rlim_cur = before }
    }
    return Int(clamping: limit.rlim_cur)
  }
}
