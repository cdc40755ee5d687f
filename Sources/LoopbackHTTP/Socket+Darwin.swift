#if canImport(Darwin)
  import Darwin

  extension Socket {
    static let stream = SOCK_STREAM

    static let sendFlags: Int32 = 0

    /// A client that has gone is an error of `send`, not a signal that ends the program.
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
#endif
