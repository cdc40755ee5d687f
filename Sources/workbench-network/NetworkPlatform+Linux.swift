// The calls that differ between Linux and macOS; NetworkPlatform+Darwin.swift has the same members.
#if canImport(Glibc) || canImport(Musl)
  #if canImport(Glibc)
    import Glibc
  #else
    import Musl
  #endif

  /// The system on which the program runs.
  enum NetworkPlatform {
    #if canImport(Glibc)
      /// A kind of limit.
      typealias Resource = __rlimit_resource_t
      static let coreFile = Resource(RLIMIT_CORE.rawValue)
    #else
      /// A kind of limit.
      typealias Resource = Int32
      static let coreFile = RLIMIT_CORE
    #endif

    #if canImport(Glibc)
      /// The memory limit: a server can make Foundation on Linux collect data without end.
      static let memory: Resource? = Resource(RLIMIT_DATA.rawValue)
    #else
      /// The memory limit: a server can make Foundation on Linux collect data without end.
      static let memory: Resource? = RLIMIT_DATA
    #endif

    /// Blocks until the reader of a descriptor is gone.
    ///
    /// - Parameter descriptor: A pipe or a socket; a file has no reader to wait for.
    /// - Returns: Whether the reader is gone; `false` if the system cannot tell.
    static func waitUntilReaderLeaves(_ descriptor: Int32) -> Bool {
      // Without an event to wait for, only an error or a hang-up ends the wait.
      var output = pollfd(fd: descriptor, events: 0, revents: 0)
      while poll(&output, 1, -1) < 0 {
        guard errno == EINTR || errno == EAGAIN else { return false }
      }
      return Int32(output.revents) & (POLLERR | POLLHUP) != 0
    }
  }
#endif
