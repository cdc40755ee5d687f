import Channels
import HTTPMessages
import Vocabulary

/// The members of a server's description, each read as what it has to be.
struct ServerMembers: Hashable, Sendable {
  private let object: [String: JSONValue]
  /// Whether a member of the wrong type is refused: in a file its author can correct it.
  private let isStrict: Bool

  init(_ object: [String: JSONValue], isStrict: Bool = false) {
    self.object = object
    self.isStrict = isStrict
  }

  /// The names in alphabetical order.
  var names: [String] { object.keys.sorted() }

  /// The members of these names alone.
  func only(_ names: [String]) -> ServerMembers {
    ServerMembers(object.filter { names.contains($0.key) }, isStrict: isStrict)
  }

  /// Whether a member is there.
  func has(_ name: String) -> Bool { object[name].map { $0 != .null } ?? false }

  /// The same members, with those of these names that are missing from another description.
  func completed(by other: ServerMembers, _ names: [String]) -> ServerMembers {
    let missing = names.filter { !has($0) }
    let found = other.object.filter { missing.contains($0.key) }
    return ServerMembers(object.merging(found) { $1 }, isStrict: isStrict)
  }

  /// A member as a person reads it; `nil` if it is not there.
  func text(_ name: String) -> String? {
    guard let value = object[name], value != .null else { return nil }
    if case .array(let values) = value {
      // A response type may consist of several words.
      let texts = values.map(\.text)
      return texts.joined(separator: texts.contains { $0.contains(" ") } ? ", " : " ")
    }
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

  /// A list of strings; `nil` if it is not there, or is something else in a server's own description.
  func strings(_ name: String) throws(StepFailure) -> [String]? {
    switch object[name] {
    case nil, .null: return nil
    case .array(let values):
      guard let other = values.first(where: { $0.string == nil }), isStrict else {
        return values.map(\.text)
      }
      throw Self.failure(name, "a list of strings", "\(other.kind) in the list")
    case let value?:
      guard isStrict else { return nil }
      throw Self.failure(name, "a list of strings", value.kind)
    }
  }

  /// A boolean; `nil` if it is not there, or is something else in a server's own description.
  func boolean(_ name: String) throws(StepFailure) -> Bool? {
    switch object[name] {
    case nil, .null: return nil
    case .boolean(let value): return value
    case let value?:
      guard isStrict else { return nil }
      throw Self.failure(name, "true or false", value.kind)
    }
  }

  /// The pairs of an object of strings; empty if it is not there.
  func pairs(_ name: String) throws(StepFailure) -> [(name: String, value: String)] {
    switch object[name] {
    case nil, .null: return []
    case .object(let members):
      return try members.sorted { $0.key < $1.key }.map { (member) throws(StepFailure) in
        guard let text = member.value.string else {
          throw Self.failure("\(name).\(member.key)", "a string", member.value.kind)
        }
        return (name: member.key, value: text)
      }
    case let value?: throw Self.failure(name, "an object of strings", value.kind)
    }
  }

  /// The URL of an endpoint; `nil` if it is not there.
  ///
  /// - Throws: `StepFailure` for one to which nothing secret may be sent: RFC 8414 §2 wants https.
  func endpoint(_ name: String) throws(StepFailure) -> String? {
    guard let url = try string(name) else { return nil }
    guard (try? RequestURL(url)) != nil else {
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

extension JSONValue {
  /// The text of a string; `nil` for anything else.
  fileprivate var string: String? {
    if case .string(let text) = self { text } else { nil }
  }
}
