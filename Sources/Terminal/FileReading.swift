#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reading a file whose size nobody has promised.
package enum FileReading {
  /// Why a file could not be read.
  package enum Fault: Error, Hashable {
    case notFound
    case tooLarge(limit: Int)
    case system(String)
  }

  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - limit: The most bytes that are taken.
  ///   - waits: Whether a pipe is waited for without a limit, even one without a writer.
  /// - Returns: The file's bytes.
  /// - Throws: `Fault`.
  package static func read(
    path: String, limit: Int, waits: Bool = false
  ) throws(Fault) -> [UInt8] {
    // A named pipe without a writer would keep an ordinary open waiting forever.
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
    guard let bytes = read(descriptor: descriptor, limit: limit, waits: waits) else {
      throw .tooLarge(limit: limit)
    }
    return bytes
  }

  /// Reads to the end; `nil` if there are more bytes than the limit allows.
  package static func read(descriptor: Int32, limit: Int, waits: Bool = true) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = systemRead(descriptor, &chunk)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        // The writer of a pipe, such as a command in <(…), has not written yet.
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        // Five seconds for a writer that is slow, unless the user can see that it is waited for.
        guard poll(&request, 1, waits ? -1 : 5_000) != 0 else { return bytes }
        continue
      }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
    return nil
  }
}

/// Out here the name means the system's call; within `FileReading` it would mean its own functions.
private func systemRead(_ descriptor: Int32, _ chunk: inout [UInt8]) -> Int {
  chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
}
