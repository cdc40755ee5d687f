/// The meaning of one name in one place.
public struct GlossaryEntry: Hashable, Sendable {
  /// The name on the wire, or the workbench's name for a value that is not sent.
  public let name: String
  /// The explanation, in a sentence or two.
  public let meaning: String
  /// The section that defines the name.
  public let reference: Reference
  /// Whether a real value of this name must be hidden.
  public let isSecret: Bool
  /// The name of the only step that the entry applies to; `nil` for every step.
  public let message: String?
  /// The parties that see the value, if they differ from those of its place.
  private let exceptionallySeenBy: String?

  init(
    _ name: String, _ meaning: String, _ reference: Reference, secret: Bool = false,
    seenBy: String? = nil, of message: String? = nil
  ) {
    self.name = name
    self.meaning = meaning
    self.reference = reference
    self.message = message
    isSecret = secret
    exceptionallySeenBy = seenBy
  }

  /// Returns the parties that see the value in a place, or `nil` if it stays in the client.
  public func seenBy(in place: Place) -> String? { exceptionallySeenBy ?? place.seenBy }

  /// Returns the entry for every step, with another meaning if one is given.
  fileprivate func unconditional(_ meaning: String? = nil) -> GlossaryEntry {
    GlossaryEntry(
      name, meaning ?? self.meaning, reference, secret: isSecret, seenBy: exceptionallySeenBy)
  }
}

/// A row in the list of all entries: equal entries for several servers or steps share it.
struct GlossaryRow {
  private let shared: GlossaryEntry
  private var servers: [String]
  private var messages: [String]

  init(_ entry: GlossaryEntry, at server: String? = nil) {
    shared = entry.unconditional()
    servers = server.map { [$0] } ?? []
    messages = entry.message.map { [$0] } ?? []
  }

  /// The entry of the row, whose meaning begins with the servers and steps it applies to.
  var entry: GlossaryEntry {
    let conditions = [isNamed ? nil : Self.list(servers).map { "at \($0)" }, steps]
      .compactMap(\.self).joined(separator: ", ")
    guard let first = conditions.first else { return shared }
    return shared.unconditional(
      "\(first.uppercased())\(conditions.dropFirst()): \(shared.meaning)")
  }

  /// Adds the servers or the steps of a row with the same meaning.
  ///
  /// - Parameter other: A later row.
  /// - Returns: Whether this row now includes the other one.
  mutating func absorb(_ other: GlossaryRow) -> Bool {
    guard shared == other.shared, servers.isEmpty == other.servers.isEmpty,
      messages.isEmpty == other.messages.isEmpty
    else { return false }
    if servers == other.servers {
      messages += other.messages
    } else if messages == other.messages {
      servers += other.servers
    } else {
      return false
    }
    return true
  }

  /// Whether the source of the entry already names the only server.
  private var isNamed: Bool {
    servers.count == 1 && servers.allSatisfy(shared.reference.document.hasPrefix)
  }

  /// The steps in words: "token response", "token and refresh responses".
  private var steps: String? {
    let words = messages.map { $0.split(separator: "-").map(String.init) }
    guard words.count > 1, let kind = words.first?.last else {
      return messages.first?.replacing("-", with: " ")
    }
    return Self.list(words.map { $0.dropLast().joined(separator: " ") })
      .map { "\($0) \(kind)s" }
  }

  /// Joins names with commas and "and".
  private static func list(_ names: [String]) -> String? {
    guard names.count > 2, let last = names.last else {
      return names.isEmpty ? nil : names.joined(separator: " and ")
    }
    return names.dropLast().joined(separator: ", ") + ", and " + last
  }
}
