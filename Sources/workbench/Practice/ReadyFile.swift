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

/// A file that tells a test where the practice server listens; it is there as long as the server is.
struct ReadyFile {
  private let path: String
  private let process = Int(getpid())

  /// The member that tells such a file from any other.
  private static let kind = JSONText.Member("kind", .string(kindName))
  private static let kindName = "workbench practice server"

  /// Names the file.
  ///
  /// - Throws: `CommandError` with `cannotCreate` if another file is there.
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
      case .tooLarge: throw complaint("it is not a file that practice wrote")
      case .system(let reason): throw complaint(reason)
      }
    }
  }

  /// Writes the file, as a whole and for its owner only.
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
      throw complaint(error.reason)
    }
  }

  /// Removes the file, unless another server has replaced it.
  func remove() {
    guard let bytes = try? FileReading.read(path: path, limit: 64 << 10),
      Self.members(bytes)?["pid"] == .number(String(process))
    else { return }
    unlink(path)
  }

  /// The members of such a file; `nil` for any other file.
  private static func members(_ bytes: [UInt8]) -> [String: JSONValue]? {
    let members = (try? JSONValue(parsing: bytes))?.members
    return members?["kind"] == .string(kindName) ? members : nil
  }

  private func complaint(_ reason: String) -> CommandError {
    CommandError(
      .cannotCreate, "The file \(path) of --ready-file cannot be written: \(reason).",
      next: Advice("Choose another file with --ready-file FILE."))
  }
}
