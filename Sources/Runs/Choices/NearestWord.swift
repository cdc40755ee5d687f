package import Transcript

/// The search for the known word that a user may have meant.
package enum NearestWord {
  /// Returns the word with the fewest edits, or `nil` if even that one is too different.
  package static func to(_ word: String, among known: [String]) -> String? {
    // In a short word, one edit makes a different word.
    guard word.count > 2 else { return nil }
    let word = Array(word.lowercased().unicodeScalars.prefix(40))
    let ranked = known.map { (name: $0, distance: distance(word, Array($0.unicodeScalars))) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    let allowed = max(1, min(word.count, best.name.count) / 3)
    return best.distance <= allowed ? best.name : nil
  }

  /// Returns the known word that the user probably meant, or `nil` if none is likely.
  package static func meant(by word: String, among known: [String]) -> String? {
    // A similar number is not what the user meant.
    guard !word.allSatisfy(\.isNumber) else { return nil }
    let lower = word.lowercased()
    return known.first { $0.lowercased() == lower } ?? to(word, among: known)
      ?? (word.count > 2 ? known.first { $0.lowercased().contains(lower) } : nil)
      ?? known.first { known in
        // The plural of a part, such as "tokens" for token-request.
        known.split(separator: "-").contains { $0.count > 3 && lower.hasPrefix($0.lowercased()) }
      }
  }

  /// Returns the sentence after an unknown word: the likely word, or all of them if they are few.
  package static func hint(for word: String, among known: [String]) -> String {
    if let meant = meant(by: word, among: known) { return " Did you mean '\(meant)'?" }
    return known.count <= 14 && !known.isEmpty ? " Known: \(known.joined(separator: ", "))." : ""
  }

  /// Returns the number of insertions, deletions, replacements, and swaps between two words.
  package static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...right.count)]
    for (i, one) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        var cost = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (one == other ? 0 : 1))
        if i > 0, j > 0, one == right[j - 1], left[i - 1] == other {
          cost = min(cost, rows[i - 1][j - 1] + 1)
        }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}

extension CommandError {
  /// Returns an error for an unknown word, with the nearest one and the command that lists them.
  ///
  /// - Parameters:
  ///   - kind: The kind of word, such as "scenario".
  ///   - word: The word that was typed.
  ///   - known: The words that can be typed.
  ///   - list: The command that lists them.
  /// - Returns: The error, with `usage`.
  package static func unknown(
    _ kind: String, _ word: String, among known: [String], list: Advice
  ) -> CommandError {
    let hint = NearestWord.hint(for: word, among: known)
    return CommandError(.usage, "Unknown \(kind) '\(word.prefix(60))'.\(hint)", next: list)
  }
}
