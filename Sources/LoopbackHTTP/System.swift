#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system calls that the server needs other than for sockets.
enum System {
  /// Returns the current time.
  static func secondsSince1970() -> Int { time(nil) }

  /// Requests a number of descriptors; by default, macOS allows a program only 256.
  ///
  /// - Parameter count: The number requested.
  /// - Returns: The number allowed, which can be lower or higher.
  static func allowDescriptors(_ count: Int) -> Int {
    var limit = rlimit()
    // POSIX, limits.h: every system allows at least this number.
    guard getrlimit(descriptors, &limit) == 0 else { return Int(_POSIX_OPEN_MAX) }
    let before = limit.rlim_cur
    if before < count {
      limit.rlim_cur = min(limit.rlim_max, rlim_t(count))
      if setrlimit(descriptors, &limit) != 0 { limit.rlim_cur = before }
    }
    return Int(clamping: limit.rlim_cur)
  }
}
