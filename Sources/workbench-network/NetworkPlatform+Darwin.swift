// The calls that differ between macOS and Linux; NetworkPlatform+Linux.swift has the same members.
#if canImport(Darwin)
  import Darwin

  /// The system on which the program runs.
  enum NetworkPlatform {
    /// A kind of limit.
    typealias Resource = Int32
    static let coreFile = RLIMIT_CORE

    /// No limit: a process starts with more memory than any useful limit, so macOS rejects it.
    ///
    /// The limit works around a fault that only Foundation on Linux has.
    static let memory: Resource? = nil

    /// Blocks until the reader of a descriptor is gone.
    ///
    /// `poll` does not work here: without an event to wait for, it ignores a missing reader.
    ///
    /// - Parameter descriptor: A pipe or a socket; a file has no reader to wait for.
    /// - Returns: Whether the reader is gone; `false` if the system cannot tell.
    static func waitUntilReaderLeaves(_ descriptor: Int32) -> Bool {
      let queue = kqueue()
      guard queue >= 0 else { return false }
      defer { _ = close(queue) }
      // EV_CLEAR reports space to write only once.
      var change = kevent(
        ident: UInt(descriptor), filter: Int16(EVFILT_WRITE), flags: UInt16(EV_ADD | EV_CLEAR),
        fflags: 0, data: 0, udata: nil)
      var event = kevent()
      guard kevent(queue, &change, 1, nil, 0, nil) == 0 else { return false }
      while true {
        let count = kevent(queue, nil, 0, &event, 1, nil)
        if count < 0, errno == EINTR { continue }
        guard count == 1 else { return false }
        if Int32(event.flags) & EV_EOF != 0 { return true }
      }
    }
  }
#endif
