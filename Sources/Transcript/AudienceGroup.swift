import Vocabulary

/// Consecutive parts of a message that the same parties can see.
///
/// The audience is printed once for each group. Most messages have one group, or one for the header
/// fields and one for the body.
struct AudienceGroup: Hashable {
  /// The parts in the order of the message.
  let parts: [Parameter]

  /// Whether the sentence above the message names the audience.
  var isNamedAbove = false

  /// The audience as a heading, or `nil` if the parts have none or it is named above.
  var heading: String? {
    isNamedAbove ? nil : parts.first?.seenBy.map { "Seen by \($0):" }
  }

  /// Groups the parts of a message by audience.
  ///
  /// - Parameters:
  ///   - parts: The parts of the message.
  ///   - traffic: The sentence above the message. If it names the audience, no group repeats it.
  /// - Returns: The groups in order; none is empty.
  static func groups(of parts: [Parameter], below traffic: String = "") -> [AudienceGroup] {
    // A back-channel message has only two parties, and the sentence names both.
    if traffic.hasPrefix("Back channel: only") {
      return parts.isEmpty ? [] : [AudienceGroup(parts: parts, isNamedAbove: true)]
    }
    var groups: [[Parameter]] = []
    for part in parts {
      if let last = groups.last?.last, last.seenBy == part.seenBy {
        groups[groups.count - 1].append(part)
      } else {
        groups.append([part])
      }
    }
    return groups.map { AudienceGroup(parts: $0) }
  }
}

extension Parameter {
  /// The audience of a value outside of a message, or `nil` if the value stays in the client.
  var audience: String? { seenBy.map { "Seen by \($0)." } }
}
