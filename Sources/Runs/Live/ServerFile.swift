import Discovery
import HTTPMessages
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
      case .tooLarge: throw unreadable("it is larger than any description")
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

  /// The sentence about members that mean nothing here; `nil` if there are none.
  package static func words(on unknown: [String]) -> String? {
    guard !unknown.isEmpty else { return nil }
    let names = unknown.map { name in
      NearestWord.to(name, among: ServerDescription.names)
        .map { "\(Harmless.line(name)) (did you mean \($0)?)" } ?? Harmless.line(name)
    }
    return "Members of the file that are not used: \(names.joined(separator: ", "))."
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
