#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Surroundings {
  #if canImport(Glibc)
    /// What a limit is set on.
    typealias Resource = __rlimit_resource_t
    static let coreFile = Resource(RLIMIT_CORE.rawValue)
    static let memory = Resource(RLIMIT_DATA.rawValue)
  #else
    /// What a limit is set on.
    typealias Resource = Int32
    static let coreFile = RLIMIT_CORE
    static let memory = RLIMIT_DATA
  #endif
}
