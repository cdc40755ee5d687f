#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the running program lies.
enum ExecutablePath {
  /// The path of another program in the same folder.
  static func beside(_ name: String) -> String {
    current.lastIndex(of: "/").map { current[...$0] + name } ?? name
  }

  /// The path; empty if the system does not tell.
  ///
  /// The first argument is of no use here: `swift run` passes the bare name.
  static var current: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    #if canImport(Darwin)
      var size = UInt32(buffer.count)
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return "" }
      let count = buffer.firstIndex(of: 0) ?? 0
    #else
      let count = readlink("/proc/self/exe", &buffer, buffer.count)
      guard count > 0 else { return "" }
    #endif
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
