/// The known word that somebody may have meant.
package enum NearestWord {
  /// The word with the fewest edits; `nil` if even that one is too far off.
  package static func to(_ word: String, among known: [String]) -> String? {
    // One character more or less makes another word of a short one.
    guard word.count > 2 else { return nil }
    let word = Array(word.lowercased().unicodeScalars.prefix(40))
    let ranked = known.map { (name: $0, distance: distance(word, Array($0.unicodeScalars))) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    let allowed = max(1, min(word.count, best.name.count) / 3)
    return best.distance <= allowed ? best.name : nil
  }

  /// How many insertions, deletions, replacements and swaps of neighbours lead from one to the other.
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
