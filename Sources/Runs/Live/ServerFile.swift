import Discovery
import HTTPMessages
import Terminal
import Transcript
package import Vocabulary

/// A JSON file about a server: its metadata, or a shorter description written by the user.
package struct ServerFile {
  /// The maximum size of a server file, in bytes.
  private static let limit = 1 << 20

  package let path: String

  /// Creates a server file with a path.
  package init(path: String) {
    self.path = path
  }

  /// Reads the file, and returns the server and the names of unused members.
  ///
  /// - Throws: `CommandError` with `unreadableInput`, which names the invalid member.
  package func described() throws(CommandError) -> (
    server: AuthorizationServer, unknown: [String]
  ) {
    let bytes: [UInt8]
    do {
      bytes = try FileReading.read(path: path, limit: Self.limit)
    } catch {
      switch error {
      case .notFound where !path.contains("/") && !path.contains("."):
        throw .unknown(
          "server", path, among: KnownServers.all.map(\.name), list: Advice("See", "servers"))
      case .notFound: throw unreadable("there is no such file")
      case .tooLarge: throw unreadable("it is larger than any server file")
      case .system(let reason): throw unreadable(reason)
      }
    }
    do {
      let description = try ServerDescription(parsing: bytes)
      return (try description.server(named: path), description.unknownNames)
    } catch {
      throw unreadable("\(error.message) Expected: \(error.expected). Received: \(error.received)")
    }
  }

  /// Returns a sentence about unused members, or `nil` if there are none.
  package static func words(on unknown: [String]) -> String? {
    guard !unknown.isEmpty else { return nil }
    let names = unknown.map { name in
      NearestWord.to(name, among: ServerDescription.names)
        .map { "\(Harmless.line(name)) (did you mean \($0)?)" } ?? Harmless.line(name)
    }
    return "Unused members of the file: \(names.joined(separator: ", "))."
  }

  private func unreadable(_ reason: String) -> CommandError {
    let names = KnownServers.all.map(\.name).joined(separator: ", ")
    return CommandError(
      .unreadableInput,
      "The server file \(path) cannot be read: \(reason). Known servers: \(names).",
      next: Advice("To see the format", "help servers"))
  }
}
