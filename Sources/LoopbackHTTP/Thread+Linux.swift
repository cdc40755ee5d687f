#if canImport(Glibc) || canImport(Musl)
  #if canImport(Glibc)
    import Glibc
  #else
    import Musl
  #endif

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
