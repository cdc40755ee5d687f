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
#endif
