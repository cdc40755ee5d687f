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
}
