// The calls that differ on Linux; Platform+Darwin.swift has the same declarations.
#if canImport(Glibc) || canImport(Musl)
  #if canImport(Glibc)
    import Glibc
  #else
    import Musl
  #endif

  extension Socket {
    #if canImport(Glibc)
      static let stream = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    #else
      static let stream = SOCK_STREAM | SOCK_CLOEXEC
    #endif

    /// The flag that makes `send` fail if the client has gone, instead of raising a signal.
    static let sendFlags = Int32(MSG_NOSIGNAL)

    /// Whether an address can be bound while another program uses its port on every address.
    ///
    /// It cannot, even with `SO_REUSEADDR`.
    static let sharesPortWithWildcard = false

    /// Whether every address of 127.0.0.0/8 is this machine.
    static let hasWholeLoopbackNetwork = true

    /// Does nothing: `sendFlags` has the same effect.
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
    /// Does nothing: on Linux, addresses have no length field.
    mutating func noteLength() {}
  }

  extension sockaddr_in6 {
    /// Does nothing: on Linux, addresses have no length field.
    mutating func noteLength() {}
  }

  extension Thread {
    /// Starts a thread; returns `false` if the system has none left.
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
