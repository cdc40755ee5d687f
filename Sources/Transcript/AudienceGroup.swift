import Vocabulary

/// Consecutive parts of a message that the same parties can see.
///
/// The audience is printed once for each group. Most messages have one group, or one for the header
/// fields and one for the body.
struct AudienceGroup: Hashable {
  /// The parts in the order of the message.
  let parts: [Parameter]

  /// The audience as a heading, or `nil` if the parts have none.
  var heading: String? {
    parts.first?.seenBy.map { "Seen by \($0):" }
  }

  /// Returns the groups of a message, in order; none is empty.
  static func groups(of parts: [Parameter]) -> [AudienceGroup] {
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
