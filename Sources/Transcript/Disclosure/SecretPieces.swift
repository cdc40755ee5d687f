/// A table from each piece of eight letters and digits to its secret.
///
/// An archive has many long secrets, and a dictionary would need several times the memory.
struct SecretPieces: Sendable {
  private static let length = KnownSecrets.length
  /// The pieces, packed into numbers; a slot with 0 in `secrets` is empty.
  private var pieces: [UInt64] = []
  /// The number of each piece's secret, plus 1.
  private var secrets: [UInt32] = []
  private var count = 0

  /// Adds the pieces of a form of a secret; the first secret with a piece keeps it.
  ///
  /// - Parameters:
  ///   - letters: The letters and digits of the form.
  ///   - step: The distance from one piece to the next, at most the length of a piece.
  ///   - secret: The number of the secret.
  mutating func add(_ letters: [UInt8], every step: Int, of secret: Int) {
    var piece: UInt64 = 0
    for (index, letter) in letters.enumerated() {
      piece = piece << 8 | UInt64(letter)
      let rest = index + 1 - Self.length
      if rest >= 0, rest % step == 0 || index == letters.count - 1 {
        insert(piece, UInt32(truncatingIfNeeded: secret + 1))
      }
    }
  }

  private mutating func insert(_ piece: UInt64, _ secret: UInt32) {
    if count * 4 >= pieces.count * 3 { grow() }
    let place = place(of: piece)
    guard secrets[place] == 0 else { return }
    (pieces[place], secrets[place]) = (piece, secret)
    count += 1
  }

  private mutating func grow() {
    let (oldPieces, oldSecrets) = (pieces, secrets)
    let size = max(1024, pieces.count * 2)
    pieces = [UInt64](repeating: 0, count: size)
    secrets = [UInt32](repeating: 0, count: size)
    for (piece, secret) in zip(oldPieces, oldSecrets) where secret != 0 {
      let place = place(of: piece)
      (pieces[place], secrets[place]) = (piece, secret)
    }
  }

  /// Returns the slot of a piece, or the empty slot to store it in.
  private func place(of piece: UInt64) -> Int {
    let mixed = (piece ^ piece >> 29) &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: (mixed ^ mixed >> 32) & UInt64(pieces.count - 1))
    while secrets[place] != 0, pieces[place] != piece { place = (place + 1) & (pieces.count - 1) }
    return place
  }

  /// Returns the ranges of pieces in a text; overlapping ones form one range.
  func found(in scalars: [Unicode.Scalar]) -> [(range: Range<Int>, secret: Int)] {
    guard count > 0 else { return [] }
    var found: [(range: Range<Int>, secret: Int)] = []
    var places: [Int] = []
    var piece: UInt64 = 0
    /// The number of letters and digits up to the end of the last piece.
    var end = 0
    for (place, scalar) in scalars.enumerated() where scalar.isASCIILetterOrDigit {
      places.append(place)
      piece = piece << 8 | UInt64(scalar.lowercasedByte)
      guard places.count >= Self.length else { continue }
      let number = secrets[self.place(of: piece)]
      guard number != 0 else { continue }
      let (start, secret) = (places.count - Self.length, Int(number) - 1)
      if let last = found.last, start < end {
        found[found.count - 1].range = last.range.lowerBound..<(place + 1)
      } else {
        found.append((places[start]..<(place + 1), secret))
      }
      end = places.count
    }
    return found
  }
}
