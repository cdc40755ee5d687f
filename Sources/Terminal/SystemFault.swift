#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An error of a system call.
package struct SystemFault: Error, Hashable {
  /// The system's error number.
  package let code: Int32

  /// Creates a fault from an error number.
  ///
  /// - Parameter code: The number, by default that of the last failed call.
  package init(_ code: Int32 = errno) {
    self.code = code
  }

  /// The system's description, without a final period.
  package var reason: String { String(cString: strerror(code)) }
}
