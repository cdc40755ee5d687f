#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The reason why the system did not do what was asked of it.
package struct SystemFault: Error, Hashable {
  /// The system's error number.
  package let code: Int32

  /// Describes an error of the system.
  ///
  /// - Parameter code: Its number; the one of the last call without one.
  package init(_ code: Int32 = errno) {
    self.code = code
  }

  /// The system's own words, without a full stop.
  package var reason: String { String(cString: strerror(code)) }
}
