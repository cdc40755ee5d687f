import Channels
import HTTPMessages
import Vocabulary

/// The members of a server's description, each read as what it has to be.
struct ServerMembers: Hashable, Sendable {
  private let object: [String: JSONValue]

  init(_ object: [String: JSONValue]) {
    self.object = object
  }

  /// The names in alphabetical order.
  var names: [String] { object.keys.sorted() }

  /// The members of these names alone.
  func only(_ names: [String]) -> ServerMembers {
    ServerMembers(object.filter { names.contains($0.key) })
  }

  /// A member as a person reads it; `nil` if it is not there.
  func text(_ name: String) -> String? {
    guard let value = object[name], value != .null else { return nil }
    if case .array(let values) = value { return values.map(\.text).joined(separator: " ") }
    return value.text
  }

  /// A string; `nil` if it is not there.
  func string(_ name: String) throws(StepFailure) -> String? {
    switch object[name] {
    case nil, .null: return nil
    case .string(let text): return text
    case let value?: throw Self.failure(name, "a string", value.kind)
    }
  }

  /// A list of strings; `nil` if it is not there or something else.
  func strings(_ name: String) -> [String]? {
    guard case .array(let values) = object[name] else { return nil }
    return values.map(\.text)
  }

  /// Whether a member is there and true.
  func isTrue(_ name: String) -> Bool { object[name] == .boolean(true) }

  /// The pairs of an object of strings; empty if it is not there.
  func pairs(_ name: String) throws(StepFailure) -> [(name: String, value: String)] {
    switch object[name] {
    case nil, .null: return []
    case .object(let members):
      return members.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value.text) }
    case let value?: throw Self.failure(name, "an object of strings", value.kind)
    }
  }

  /// The URL of an endpoint; `nil` if it is not there.
  ///
  /// - Throws: `StepFailure` for one to which nothing secret may be sent: RFC 8414 §2 wants https.
  func endpoint(_ name: String) throws(StepFailure) -> String? {
    guard let url = try string(name) else { return nil }
    guard (try? RequestAddress(url)) != nil else {
      throw Self.failure(name, "an https URL, or http on this machine", url)
    }
    return url
  }

  /// The URL of an endpoint that every server has: RFC 6749 §3.
  func requiredEndpoint(_ name: String) throws(StepFailure) -> String {
    guard let url = try endpoint(name) else { throw Self.failure(name, "an https URL", "nothing") }
    return url
  }

  private static func failure(_ name: String, _ expected: String, _ received: String) -> StepFailure
  {
    StepFailure(
      .metadataInvalid, "The member \(name) of the server's description cannot be used.",
      expected: "\(name) as \(expected)", received: received,
      why: "Secrets go where the description says.", reference: .rfc8414("2"))
  }
}
