import Vocabulary

/// The characters of a text that no verifier or challenge can have, with their positions.
///
/// Both consist of unreserved characters: letters, digits, `-`, `.`, `_`, and `~` (RFC 7636 §4.1,
/// §4.2).
struct IllegalCharacters {
  /// The positions of each character, counted from 1, in the order of the first.
  let places: [(character: Unicode.Scalar, positions: [Int])]

  /// Creates the list of illegal characters in a text.
  init(in text: String) {
    var places: [(character: Unicode.Scalar, positions: [Int])] = []
    for (offset, scalar) in text.unicodeScalars.enumerated() where !Self.isUnreserved(scalar) {
      if let index = places.firstIndex(where: { $0.character == scalar }) {
        places[index].positions.append(offset + 1)
      } else if places.count < 8 {
        places.append((scalar, [offset + 1]))
      }
    }
    self.places = places
  }

  /// Whether the text has no illegal character.
  var isEmpty: Bool { places.isEmpty }

  /// The noun for the characters, with its article.
  var noun: String {
    places.count == 1 && places[0].positions.count == 1
      ? "an illegal character" : "illegal characters"
  }

  /// The characters and their positions, for the end of a sentence.
  var list: String {
    let items = places.map { character, positions in
      let shown = positions.prefix(4).map { "\($0)" }
      let numbers = shown.count == 1 ? shown[0] : Self.joined(shown)
      let more = positions.count > 4 ? ", and more" : ""
      return
        "\(Self.name(of: character)) at position\(shown.count > 1 ? "s" : "") \(numbers)\(more)"
    }
    return Self.joined(items)
  }

  /// Returns the items separated by commas, with `and` before the last.
  static func joined(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + (items.count > 2 ? ", and " : " and ") + last
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "a line feed"
    case "\r": "a carriage return"
    case "\t": "a tab"
    case "\"": "a quotation mark"
    default: Character(scalar).harmlessName
    }
  }

  private static func isUnreserved(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "A"..."Z", "a"..."z", "0"..."9", "-", ".", "_", "~": true
    default: false
    }
  }
}
