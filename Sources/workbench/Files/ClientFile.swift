import PracticeServer
import Runs
import Terminal
import Transcript
import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A learner's own clients, in a JSON file.
struct ClientFile {
  let path: String

  private struct Entry: Decodable {
    let identifier: String
    let type: String
    let secret: String?
    let redirectURIs: [String]

    enum CodingKeys: String, CodingKey {
      case identifier = "client_id"
      case type
      case secret = "client_secret"
      case redirectURIs = "redirect_uris"
    }
  }

  /// Reads the clients.
  ///
  /// - Throws: `CommandError` with `unreadableInput`, which shows the form that is expected.
  func clients() throws(CommandError) -> [PracticeClient] {
    let bytes: [UInt8]
    do {
      bytes = try FileReading.read(path: path, limit: 1 << 20)
    } catch {
      throw unreadable(error == .notFound ? "there is no such file" : "it cannot be opened")
    }
    guard let entries = try? JSONDecoder().decode([Entry].self, from: Data(bytes)) else {
      throw unreadable("it is not a JSON list of clients")
    }
    var clients: [PracticeClient] = []
    var known = Set(PracticeClient.standard.map(\.identifier))
    for entry in entries {
      guard known.insert(entry.identifier).inserted else {
        throw unreadable("the client_id \(entry.identifier) is there already")
      }
      clients.append(try client(entry))
    }
    return clients
  }

  private func client(_ entry: Entry) throws(CommandError) -> PracticeClient {
    guard let type = ApplicationType(rawValue: entry.type) else {
      throw unreadable("the type of \(entry.identifier) is not server, client or personal")
    }
    if type.isConfidential, entry.secret?.isEmpty ?? true {
      throw unreadable("the server application \(entry.identifier) has no client_secret")
    }
    guard !entry.identifier.isEmpty else { throw unreadable("a client_id is empty") }
    // RFC 6749 Appendix A.1 and A.2: visible ASCII characters and spaces.
    guard (entry.identifier + (entry.secret ?? "")).utf8.allSatisfy({ 0x20...0x7E ~= $0 }) else {
      throw unreadable("a client_id or client_secret has characters other than visible ASCII")
    }
    guard !entry.redirectURIs.isEmpty else {
      throw unreadable("\(entry.identifier) has no redirect_uris")
    }
    if let wrong = entry.redirectURIs.first(where: { (try? RedirectURI($0)) == nil }) {
      throw unreadable("'\(wrong)' is not a redirect URI")
    }
    return PracticeClient(
      identifier: entry.identifier, applicationType: type,
      secret: entry.secret.map(ClientSecret.init), redirectURIs: entry.redirectURIs)
  }

  private func unreadable(_ reason: String) -> CommandError {
    CommandError(
      .unreadableInput, "The clients in \(path) cannot be read: \(reason).",
      next: Advice(
        #"The form is [{"client_id": "MY0001", "type": "client", "redirect_uris": ["http://127.0.0.1:3000/"]}]"#
      ))
  }
}
