import HTTPMessages
import PracticeServer
import Runs
import Terminal
import Transcript
import Vocabulary

/// A JSON file with the user's own clients.
struct ClientFile {
  let path: String

  private struct Entry {
    let identifier: String
    let type: String
    let secret: String?
    let redirectURIs: [String]
  }

  /// Reads and checks the clients.
  ///
  /// - Throws: `CommandError` with `unreadableInput`, which shows the expected form.
  func clients() throws(CommandError) -> [PracticeClient] {
    let bytes: [UInt8]
    do {
      bytes = try FileReading.read(path: path, limit: 1 << 20)
    } catch {
      throw unreadable(error == .notFound ? "there is no such file" : "it cannot be opened")
    }
    guard case .array(let values) = try? JSONValue(parsing: bytes) else {
      throw unreadable("it is not a JSON list of clients")
    }
    // RFC 8259 §4: parsers do not agree on which of two members with one name counts.
    if let name = JSONValue.repeatedNames(in: bytes).first {
      throw unreadable("a client has the member \(name.replacing("[].", with: "")) more than once")
    }
    var clients: [PracticeClient] = []
    var known = Set(PracticeClient.standard.map(\.identifier))
    for value in values {
      let entry = try entry(value)
      guard known.insert(entry.identifier).inserted else {
        throw unreadable("the client_id \(entry.identifier) is already used")
      }
      clients.append(try client(entry))
    }
    return clients
  }

  private func entry(_ value: JSONValue) throws(CommandError) -> Entry {
    guard let members = value.members else {
      throw unreadable("it is not a JSON list of clients: it contains \(value.kind)")
    }
    return Entry(
      identifier: try required("client_id", in: members),
      type: try required("type", in: members),
      secret: try string("client_secret", in: members),
      redirectURIs: try strings("redirect_uris", in: members))
  }

  private func string(
    _ name: String, in members: [String: JSONValue]
  ) throws(CommandError) -> String? {
    switch members[name] {
    case nil, .null: return nil
    case .string(let text): return text
    case let value?:
      throw unreadable("the member \(name) of a client is \(value.kind), not a string")
    }
  }

  private func strings(
    _ name: String, in members: [String: JSONValue]
  ) throws(CommandError) -> [String] {
    guard let value = members[name] else { throw missing(name, in: members) }
    guard case .array(let values) = value else {
      throw unreadable("the member \(name) of a client is \(value.kind), not a list of strings")
    }
    return try values.map { (value) throws(CommandError) in
      guard case .string(let text) = value else {
        throw unreadable("the list \(name) of a client contains \(value.kind)")
      }
      return text
    }
  }

  private func required(
    _ name: String, in members: [String: JSONValue]
  ) throws(CommandError) -> String {
    guard let text = try string(name, in: members) else { throw missing(name, in: members) }
    return text
  }

  /// Returns the error for a missing member, and names a misspelled one such as `redirect_uri`.
  private func missing(_ name: String, in members: [String: JSONValue]) -> CommandError {
    let other = members.keys.sorted().first { NearestWord.to($0, among: [name]) != nil }
    return unreadable(
      "a client has no member \(name)" + (other.map { ", but it has \($0)" } ?? ""))
  }

  private func client(_ entry: Entry) throws(CommandError) -> PracticeClient {
    guard let type = ApplicationType(rawValue: entry.type) else {
      throw unreadable("the type of \(entry.identifier) is not server, client, or personal")
    }
    if type.isConfidential, entry.secret?.isEmpty ?? true {
      throw unreadable("the server application \(entry.identifier) has no client_secret")
    }
    guard !entry.identifier.isEmpty else { throw unreadable("a client_id is empty") }
    // RFC 6749 Appendix A.1 and A.2: visible ASCII characters and spaces.
    guard (entry.identifier + (entry.secret ?? "")).utf8.allSatisfy({ 0x20...0x7E ~= $0 }) else {
      throw unreadable("a client_id or client_secret contains characters other than visible ASCII")
    }
    guard !entry.redirectURIs.isEmpty else {
      throw unreadable("\(entry.identifier) has no redirect_uris")
    }
    for uri in entry.redirectURIs {
      if let objection = RedirectRegistration.objection(to: uri) {
        throw unreadable("'\(uri)' cannot be registered: \(objection)")
      }
    }
    return PracticeClient(
      identifier: entry.identifier, applicationType: type,
      secret: entry.secret.map(ClientSecret.init), redirectURIs: entry.redirectURIs)
  }

  private func unreadable(_ reason: String) -> CommandError {
    CommandError(
      .unreadableInput, "The clients in \(path) cannot be read: \(reason).",
      next: Advice(
        #"The expected form is [{"client_id": "MY0001", "type": "client", "redirect_uris": ["http://127.0.0.1:3000/"]}]"#
      ))
  }
}
