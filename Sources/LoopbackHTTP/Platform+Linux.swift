// Calls that Linux has otherwise than macOS; Platform+Darwin.swift says the same, line by line.
#if canImport(Glibc) || canImport(Musl)
  #if canImport(Glibc)
    import Glibc
  #else
    import Musl
  #endif

  extension Socket {
    #if canImport(Glibc)
      static let stream = Int32(SOCK_STREAM.rawValue)
    #else
      static let stream = SOCK_STREAM
    #endif

    /// A client that has gone is an error of `send`, not a signal that ends the program.
    static let sendFlags = Int32(MSG_NOSIGNAL)

    /// Whether an address can be bound although another program listens at its port on every address.
    ///
    /// It cannot: the system refuses it, with `SO_REUSEADDR` too.
    static let sharesPortWithWildcard = false

    /// Nothing to do here: the flag at each `send` has the same effect.
    static func switchOffBrokenPipeSignal(_ descriptor: Int32) {}
  }

  extension System {
    /// The limit on the number of descriptors.
    #if canImport(Glibc)
      static let descriptors = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      static let descriptors = RLIMIT_NOFILE
    #endif
  }

  extension sockaddr_in {
    /// Linux has no length in its addresses.
    mutating func noteLength() {}
  }

  extension sockaddr_in6 {
    /// Linux has no length in its addresses.
    mutating func noteLength() {}
  }

  extension Thread {
    /// Starts a thread; `false` if the system has none left.
    package static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
      var identifier = pthread_t()
      let thread = Unmanaged.passRetained(Thread(body))
      let failure = pthread_create(
        &identifier, nil,
        { argument in
          if let argument { Unmanaged<Thread>.fromOpaque(argument).takeRetainedValue().body() }
          return nil
        }, thread.toOpaque())
      guard failure == 0 else {
        thread.release()
        return false
      }
      pthread_detach(identifier)
      return true
    }
  }
#endif
