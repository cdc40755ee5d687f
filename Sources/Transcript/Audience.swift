import Vocabulary

/// The parties that can see the parts of one message, stated once for the message.
///
/// If no audience is that of most parts, each part states its own.
struct Audience: Hashable {
  /// The audience of most parts, or `nil` if there is none.
  private let common: String?
  private let hasExceptions: Bool

  /// Creates the audience of a message from its parts.
  init(of parts: [Parameter]) {
    let counts = Dictionary(parts.map { ($0.seenBy, 1) }, uniquingKeysWith: +)
    let most = counts.first { $0.value > 1 && 2 * $0.value > parts.count }
    common = most?.key
    hasExceptions = counts.count > 1
  }

  /// The sentence for the whole message, or `nil` if each part states its own audience.
  var sentence: String? {
    common.map { "Seen by \($0)\(hasExceptions ? ", unless noted" : "")." }
  }

  /// Returns the sentence for one part, or `nil` if the one for the message applies.
  func sentence(for part: Parameter) -> String? {
    part.seenBy == common ? nil : Self.sentence(for: part)
  }

  /// Returns the sentence for a value outside of a message, or `nil` if it stays in the client.
  static func sentence(for parameter: Parameter) -> String? {
    parameter.seenBy.map { "Seen by \($0)." }
  }
}
