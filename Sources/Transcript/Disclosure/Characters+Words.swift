import Vocabulary

extension Characters {
  /// Whether the glossary uses the word, too.
  func isOrdinary(_ word: Range<Int>) -> Bool {
    word.count <= Self.longest && Self.ordinary.contains(text(word).lowercased())
  }

  /// Whether a range is within a single ordinary word.
  func isOrdinary(within range: Range<Int>) -> Bool {
    guard let word = words.first(reaching: range.lowerBound), word.contains(range.lowerBound),
      range.upperBound <= word.upperBound
    else { return false }
    return isOrdinary(word)
  }

  /// Whether a gap separates words of a sentence: a space, with punctuation before or after it.
  func separatesWords(_ gap: Range<Int>) -> Bool {
    guard 1...12 ~= gap.count else { return false }
    let gap = scalars[gap]
    let rest = gap.drop { ",.;:!?)".unicodeScalars.contains($0) }
    let end = rest.drop(while: \.isWhitespace)
    return end.count < rest.count && (end.isEmpty || end.elementsEqual("(".unicodeScalars))
  }

  /// Whether a gap is within a name of the glossary, such as `code_verifier`.
  func isWithinName(_ gap: Range<Int>) -> Bool {
    func belongs(_ place: Int) -> Bool {
      scalars.indices.contains(place)
        && (scalars[place].isASCIILetterOrDigit || "_-".unicodeScalars.contains(scalars[place]))
    }
    guard gap.count == 1, belongs(gap.lowerBound) else { return false }
    var (start, end) = (gap.lowerBound, gap.upperBound)
    while belongs(start - 1), end - start <= Self.longest { start -= 1 }
    while belongs(end), end - start <= Self.longest { end += 1 }
    return end - start <= Self.longest && Self.names.contains(text(start..<end).lowercased())
  }

  /// The ranges of words that are not ordinary; neighbors form one range.
  var unusual: [Range<Int>] {
    var places: [Range<Int>] = []
    var continues = false
    for word in words {
      if isOrdinary(word) {
        continues = false
        continue
      }
      if continues, let last = places.popLast() {
        places.append(last.lowerBound..<word.upperBound)
      } else {
        places.append(word)
      }
      continues = true
    }
    return places
  }

  /// The words of the glossary and the error codes, and others from sentences about them.
  private static let ordinary: Set<String> = {
    let texts =
      Glossary.entries.flatMap(\.entries).map { $0.name + " " + $0.meaning }
      + ErrorCode.all.map { $0.name + " " + $0.meaning } + [more]
    return Set(
      texts.flatMap { $0.lowercased().split { !("a"..."z" ~= $0) }.map(String.init) })
  }()

  private static let more =
    "a an the this that these those it its is are was were be been has have had does did will would can could may "
    + "might must should not no of on in at by for from with without to and or but if than then once twice again "
    + "reject rejected rejects return returned returns revoke revoked revokes invalid attacker transaction "
    + "accept accepted accepts refuse refused refuses send sent sends use used uses issue issued issues expire "
    + "expired expires contain contains client clients server servers app application applications user users "
    + "code codes token tokens secret secrets practice access refresh authorization request requests response "
    + "responses redirect state verifier challenge scope password my your our test example require requires "
    + "required registration registered known comes call called character covers decide keeps kept pair place take "
    + "wait written sees gave missing wrong unknown"

  private static let names = Set(
    Glossary.entries.flatMap(\.entries).flatMap { entry in
      (entry.name + " " + entry.meaning).lowercased()
        .split { !("a"..."z" ~= $0) && $0 != "_" }.map(String.init)
    })

  /// The length of the longest name.
  private static let longest = 64
}
