#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Functions that read a file of unknown size, up to a limit.
package enum FileReading {
  /// A reason why a file could not be read.
  package enum Fault: Error, Hashable {
    /// The file, or a folder in its path, does not exist.
    case notFound
    /// The file has more bytes than the limit.
    case tooLarge(limit: Int)
    /// Any other reason, mostly in the system's own words.
    case system(String)

    /// The reason as a clause, for a sentence that names the file.
    package var reason: String {
      switch self {
      case .notFound: "there is no such file"
      case .tooLarge(let limit): "it has more than \(limit) bytes"
      case .system(let text): text
      }
    }
  }

  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - limit: The most bytes accepted.
  ///   - waits: Whether to wait for a pipe indefinitely, even if it has no writer.
  ///   - isRegular: Whether a pipe or a device is an error, so that reading cannot take long.
  /// - Returns: The file's bytes.
  /// - Throws: `Fault` if the file cannot be read or is too large.
  package static func read(
    path: String, limit: Int, waits: Bool = false, isRegular: Bool = false
  ) throws(Fault) -> [UInt8] {
    // Without O_NONBLOCK, opening a named pipe without a writer would block indefinitely.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | (waits ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR
        ? .notFound : .system(String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw .system("it is a folder")
    }
    guard !isRegular || status.st_mode & S_IFMT == S_IFREG else {
      throw .system("it is not a regular file")
    }
    guard let bytes = read(descriptor: descriptor, limit: limit, waits: waits) else {
      throw .tooLarge(limit: limit)
    }
    return bytes
  }

  /// Reads to the end, or returns `nil` if there are more bytes than the limit.
  package static func read(descriptor: Int32, limit: Int, waits: Bool = true) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = systemRead(descriptor, &chunk)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        // The writer of a pipe, such as a command in <(…), may be slow.
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        // Waits five seconds, or indefinitely if the user can see that the program waits.
        guard poll(&request, 1, waits ? -1 : 5_000) != 0 else { return bytes }
        continue
      }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
    return nil
  }
}

/// Calls the system's `read`, a name that `FileReading` uses for its own functions.
private func systemRead(_ descriptor: Int32, _ chunk: inout [UInt8]) -> Int {
  chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
}
