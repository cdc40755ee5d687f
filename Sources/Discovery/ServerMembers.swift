import Channels
import HTTPMessages
import Vocabulary

/// The members of a document that describes a server, read with their required types.
struct ServerMembers: Hashable, Sendable {
  private let object: [String: JSONValue]
  /// Whether this is a server file, in which a wrong type is an error that its author can correct.
  private let isStrict: Bool

  init(_ object: [String: JSONValue], isStrict: Bool = false) {
    self.object = object
    self.isStrict = isStrict
  }

  /// The names of all members, in alphabetical order.
  var names: [String] { object.keys.sorted() }

  /// Returns only the members with these names.
  func only(_ names: [String]) -> ServerMembers {
    ServerMembers(object.filter { names.contains($0.key) }, isStrict: isStrict)
  }

  /// Whether a member is present and not null.
  func has(_ name: String) -> Bool { object[name].map { $0 != .null } ?? false }

  /// Returns the members, with missing ones of these names added from another document.
  func completed(by other: ServerMembers, _ names: [String]) -> ServerMembers {
    let missing = names.filter { !has($0) }
    let found = other.object.filter { missing.contains($0.key) }
    return ServerMembers(object.merging(found) { $1 }, isStrict: isStrict)
  }

  /// Returns a member as text for the screen, or `nil` if it is missing.
  func text(_ name: String) -> String? {
    guard let value = object[name], value != .null else { return nil }
    if case .array(let values) = value {
      // A response type may consist of several words.
      let texts = values.map(\.text)
      return texts.joined(separator: texts.contains { $0.contains(" ") } ? ", " : " ")
    }
    return value.text
  }

  /// Returns a string, or `nil` if it is missing.
  func string(_ name: String) throws(StepFailure) -> String? {
    switch object[name] {
    case nil, .null: return nil
    case .string(let text): return text
    case let value?: throw failure(name, "a string", value.kind)
    }
  }

  /// Returns a list of strings, or `nil` if it is missing or, in metadata, something else.
  func strings(_ name: String) throws(StepFailure) -> [String]? {
    switch object[name] {
    case nil, .null: return nil
    case .array(let values):
      guard let other = values.first(where: { $0.string == nil }), isStrict else {
        return values.map(\.text)
      }
      throw failure(name, "a list of strings", "\(other.kind) in the list")
    case let value?:
      guard isStrict else { return nil }
      throw failure(name, "a list of strings", value.kind)
    }
  }

  /// Returns a boolean, or `nil` if it is missing or, in metadata, something else.
  func boolean(_ name: String) throws(StepFailure) -> Bool? {
    switch object[name] {
    case nil, .null: return nil
    case .boolean(let value): return value
    case let value?:
      guard isStrict else { return nil }
      throw failure(name, "true or false", value.kind)
    }
  }

  /// Returns the pairs of an object of strings; empty if it is missing.
  func pairs(_ name: String) throws(StepFailure) -> [(name: String, value: String)] {
    switch object[name] {
    case nil, .null: return []
    case .object(let members):
      return try members.sorted { $0.key < $1.key }.map { (member) throws(StepFailure) in
        guard let text = member.value.string else {
          throw failure("\(name).\(member.key)", "a string", member.value.kind)
        }
        return (name: member.key, value: text)
      }
    case let value?: throw failure(name, "an object of strings", value.kind)
    }
  }

  /// Returns the URL of an endpoint, or `nil` if it is missing.
  ///
  /// - Throws: `StepFailure` if it is not safe for secrets: RFC 8414 §2 requires https.
  func endpoint(_ name: String) throws(StepFailure) -> String? {
    guard let url = try string(name) else { return nil }
    guard (try? RequestURL(url)) != nil else {
      throw failure(name, "an https URL, or http on this machine", url)
    }
    return url
  }

  /// Returns the URL of an endpoint that every server has (RFC 6749 §3).
  func requiredEndpoint(_ name: String) throws(StepFailure) -> String {
    guard let url = try endpoint(name) else { throw failure(name, "an https URL", "nothing") }
    return url
  }

  private func failure(_ name: String, _ expected: String, _ received: String) -> StepFailure {
    let document = isStrict ? "server file" : "metadata"
    return StepFailure(
      .metadataInvalid,
      "The member \(name) of the \(document) cannot be used: it must be "
        + "\(expected).",
      expected: "\(name) as \(expected)", received: received,
      why: "The client sends its secrets where the \(document) says.", reference: .rfc8414("2"))
  }
}

extension JSONValue {
  /// The text of a string, or `nil` for anything else.
  fileprivate var string: String? {
    if case .string(let text) = self { text } else { nil }
  }
}
