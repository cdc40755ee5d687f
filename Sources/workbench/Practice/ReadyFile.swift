import HTTPMessages
import PracticeServer
import Runs
import Terminal
import Transcript

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file that tells a test where the practice server listens; it exists while the server runs.
struct ReadyFile {
  private let path: String
  private let process = Int(getpid())

  /// The member that identifies such a file.
  private static let kind = JSONText.Member("kind", .string(kindName))
  private static let kindName = "workbench practice server"

  /// Creates the value, but not the file.
  ///
  /// - Throws: `CommandError` with `cannotCreate` if another program's file exists.
  init(path: String) throws(CommandError) {
    self.path = path
    do throws(FileReading.Fault) {
      let bytes = try FileReading.read(path: path, limit: 64 << 10)
      guard Self.members(bytes) != nil else {
        throw FileReading.Fault.system("it is not a file that practice wrote")
      }
    } catch {
      switch error {
      case .notFound: break
      case .tooLarge: throw failure("it is not a file that practice wrote")
      case .system(let reason): throw failure(reason)
      }
    }
  }

  /// Writes the file atomically, readable only by its owner.
  ///
  /// - Throws: `CommandError` with `cannotCreate`.
  func write(_ configuration: PracticeConfiguration, port: UInt16) throws(CommandError) {
    let text = JSONText.object([
      Self.kind, .init("base_url", .string(configuration.baseURL)),
      .init("port", .number(Int(port))), .init("pid", .number(process)),
      .init("control_token", .string(orNull: configuration.controlToken)),
    ]).text
    do throws(SystemFault) {
      try FileReplacement(path: path, aside: "\(path).\(process).new", isPrivate: true)
        .replace(with: Array((text + "\n").utf8), survivesPowerLoss: false)
    } catch {
      throw failure(error.reason)
    }
  }

  /// Removes the file, unless another server has replaced it.
  func remove() {
    guard let bytes = try? FileReading.read(path: path, limit: 64 << 10),
      Self.members(bytes)?["pid"] == .number(String(process))
    else { return }
    unlink(path)
  }

  /// Returns the members of such a file, or `nil` for any other file.
  private static func members(_ bytes: [UInt8]) -> [String: JSONValue]? {
    let members = (try? JSONValue(parsing: bytes))?.members
    return members?["kind"] == .string(kindName) ? members : nil
  }

  private func failure(_ reason: String) -> CommandError {
    CommandError(
      .cannotCreate, "The ready file \(path) cannot be written: \(reason).",
      next: Advice("Choose another file with --ready-file FILE."))
  }
}
