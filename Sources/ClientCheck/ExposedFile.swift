import HTTPMessages
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of the client that contains a secret, and that other users of the machine can read.
struct ExposedFile {
  /// The most bytes that are read of one file, and of all: a file with tokens is small.
  private static let limits = (file: 262_144, all: 2_097_152)
  /// The number of levels of folders to search.
  private static let depth = 3

  private let secrets: Set<String>
  private var budget = Self.limits.all

  /// Searches a folder; links do not count.
  ///
  /// - Parameters:
  ///   - folder: The folder of a client.
  ///   - secrets: The secrets.
  /// - Returns: The name of the file and its mode, such as `tokens.txt (mode 0644)`, or `nil`.
  static func name(in folder: String, _ secrets: Set<String>) -> String? {
    var search = ExposedFile(secrets: secrets)
    return search.name(in: Array(folder.utf8), depth)
  }

  private init(secrets: Set<String>) { self.secrets = secrets }

  private mutating func name(in folder: [UInt8], _ depth: Int) -> String? {
    for (name, status) in Folder.entries(of: folder).prefix(100) where budget > 0 {
      let (mode, path) = (status.st_mode & 0o777, folder + [UInt8(ascii: "/")] + name)
      switch status.st_mode & S_IFMT {
      case S_IFDIR where depth > 1 && mode & 0o055 != 0 && name != Array(Folder.browserFolder.utf8):
        if let file = self.name(in: path, depth - 1) { return file }
      case S_IFREG where mode & 0o044 != 0 && hasSecret(path):
        let text = String(decoding: name.prefix(100), as: UTF8.self)
        return "\(Harmless.line(text)) (mode 0\(String(mode, radix: 8)))"
      default: continue
      }
    }
    return nil
  }

  private mutating func hasSecret(_ path: [UInt8]) -> Bool {
    let file = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC) }
    guard file >= 0 else { return false }
    defer { close(file) }
    let limit = min(budget, Self.limits.file)
    guard let bytes = FileReading.read(descriptor: file, limit: limit, waits: false) else {
      budget -= limit
      return false
    }
    budget -= bytes.count
    return SecretText.isFound(secrets, in: String(decoding: bytes, as: UTF8.self))
  }
}
