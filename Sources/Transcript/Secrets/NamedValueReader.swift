/// Finds named values in a text: members of JSON, and parameters of a form or a URL, also one inside
/// the other.
///
/// The text may be cut off or malformed: what a server sent must not show a secret merely because it
/// cannot be read.
struct NamedValueReader {
  /// Whether a value of this name is wanted: `nil` if that is for what it stands in to say.
  let wants: (NamedValue) -> Bool?
  private var found: [NamedValue] = []
  /// Which bytes of the text belong to a value that was found.
  private var isTaken: [Bool]
  /// How deep one text within another is read.
  private static let depth = 4

  private init(length: Int, wants: @escaping (NamedValue) -> Bool?) {
    isTaken = Array(repeating: false, count: length)
    self.wants = wants
  }

  /// The wanted values of a text, in the order in which they stand there; none overlaps another.
  static func values(
    in bytes: [UInt8], wants: @escaping (NamedValue) -> Bool?
  ) -> [NamedValue] {
    var reader = NamedValueReader(length: bytes.count, wants: wants)
    reader.read(DecodedText(bytes), depth: depth)
    if let page = DecodedText(bytes).undoing(.html) { reader.read(page, depth: depth) }
    return reader.found.sorted { $0.place.lowerBound < $1.place.lowerBound }
  }

  /// Reads a text as both, since nobody has promised which it is.
  private mutating func read(_ text: DecodedText, depth: Int) {
    guard depth > 0 else { return }
    var members = MemberReader(text: text)
    while let member = members.next() { take(member, depth: depth) }
    var parameters = ParameterReader(text: text)
    while let parameter = parameters.next() { take(parameter, depth: depth) }
  }

  private mutating func take(_ piece: NamedPiece, depth: Int) {
    let place = piece.place
    let wanted = piece.names.lazy.compactMap { [wants] name -> (NamedValue, Bool)? in
      let value = NamedValue(
        name: name, value: piece.decoded.text, place: place, kind: piece.kind)
      return wants(value).map { (value, $0) }
    }.first
    if let (value, isWanted) = wanted, isWanted {
      guard !isTaken[place].contains(true) else { return }
      found.append(value)
      isTaken.replaceSubrange(place, with: repeatElement(true, count: place.count))
    } else if piece.mayHoldOthers {
      read(piece.decoded, depth: depth - 1)
    }
  }
}
