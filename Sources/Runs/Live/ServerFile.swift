import Discovery
import Terminal
import Transcript
package import Vocabulary

/// A server that the user describes in a JSON file: its metadata, or a few lines of their own.
package struct ServerFile {
  /// The largest description that is read, in bytes.
  private static let limit = 1 << 20

  package let path: String

  /// Names the file.
  package init(path: String) {
    self.path = path
  }

  /// Reads the description.
  ///
  /// - Throws: `CommandError` with `unreadableInput`, which names the member that cannot be used.
  package func server() throws(CommandError) -> AuthorizationServer {
    let bytes: [UInt8]
    do {
      bytes = try FileReading.read(path: path, limit: Self.limit)
    } catch {
      switch error {
      case .notFound: throw unreadable("there is no such file")
      case .tooLarge: throw unreadable("it is larger than any description")
      case .system(let reason): throw unreadable(reason)
      }
    }
    do {
      return try ServerDescription(parsing: bytes).server(named: path)
    } catch {
      throw unreadable("\(error.message) Expected: \(error.expected). Received: \(error.received)")
    }
  }

  private func unreadable(_ reason: String) -> CommandError {
    let names = KnownServers.all.map(\.name).joined(separator: ", ")
    return CommandError(
      .unreadableInput,
      "The server's description \(path) cannot be read: \(reason). Servers with a name of their own are: "
        + "\(names).",
      next: Advice("How such a file looks", "help servers"))
  }
}
