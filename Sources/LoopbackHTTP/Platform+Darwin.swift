// The calls that differ on macOS; Platform+Linux.swift has the same declarations.
#if canImport(Darwin)
  import Darwin

  extension Socket {
    static let stream = SOCK_STREAM

    static let sendFlags: Int32 = 0

    /// Whether an address can be bound while another program uses its port on every address.
    ///
    /// With `SO_REUSEADDR` it can, and that program then silently loses its local connections.
    static let sharesPortWithWildcard = true

    /// Whether every address of 127.0.0.0/8 is this machine.
    static let hasWholeLoopbackNetwork = false

    /// Makes `send` fail if the client has gone, instead of raising a signal that ends the program.
    static func switchOffBrokenPipeSignal(_ descriptor: Int32) {
      var on: Int32 = 1
      _ = setsockopt(
        descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
    }
  }

  extension System {
    /// The limit on the number of descriptors.
    static let descriptors = RLIMIT_NOFILE
  }

  extension sockaddr_in {
    mutating func noteLength() { sin_len = UInt8(MemoryLayout<Self>.size) }
  }

  extension sockaddr_in6 {
    mutating func noteLength() { sin6_len = UInt8(MemoryLayout<Self>.size) }
  }

  extension Thread {
    /// Starts a thread; returns `false` if the system has none left.
    package static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
      var identifier: pthread_t?
      let thread = Unmanaged.passRetained(Thread(body))
      let failure = pthread_create(
        &identifier, nil,
        { argument in
          Unmanaged<Thread>.fromOpaque(argument).takeRetainedValue().body()
          return nil
        }, thread.toOpaque())
      guard failure == 0, let identifier else {
        thread.release()
        return false
      }
      pthread_detach(identifier)
      return true
    }
  }
#endif
