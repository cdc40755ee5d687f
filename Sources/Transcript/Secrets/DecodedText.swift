/// A text with escapes undone, where every byte knows its place in the original.
struct DecodedText {
  let bytes: [UInt8]
  /// Where each byte begins in the original, and behind them where the last one ends.
  private let starts: [Int]
  /// The escapes that were undone, the first one first.
  private let undone: [Escape]

  /// The original itself.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = Array(0...bytes.count)
    undone = []
  }

  private init(bytes: [UInt8], starts: [Int], undone: [Escape]) {
    self.bytes = bytes
    self.starts = starts
    self.undone = undone
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A part of it.
  func part(_ range: Range<Int>) -> DecodedText {
    DecodedText(
      bytes: Array(bytes[range]), starts: Array(starts[range.lowerBound...range.upperBound]),
      undone: undone)
  }

  /// The text with one kind of escape undone; `nil` if there is none.
  ///
  /// What looks like an escape and is none stays as it stands: a search must not end at it.
  func undoing(_ escape: Escape) -> DecodedText? {
    guard bytes.contains(escape.sign) else { return nil }
    var (result, places): ([UInt8], [Int]) = ([], [])
    var index = 0
    while index < bytes.count {
      if bytes[index] == escape.sign, let (meaning, length) = escape.read(bytes[index...]) {
        result += meaning
        places += meaning.map { _ in starts[index] }
        index += length
      } else {
        result.append(bytes[index])
        places.append(starts[index])
        index += 1
      }
    }
    guard result != bytes else { return nil }
    return DecodedText(
      bytes: result, starts: places + [starts[bytes.count]], undone: undone + [escape])
  }

  /// The place in the original of a part that is not empty.
  func place(of range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    // An escape that means several bytes cannot be cut in two.
    while end < bytes.count, starts[end] == starts[range.upperBound - 1] { end += 1 }
    return starts[range.lowerBound]..<starts[end]
  }

  /// How a text has to be written in the original, so that it reads like this here.
  func written(_ text: String) -> [UInt8] {
    Array(undone.reversed().reduce(text) { $1.write($0) }.utf8)
  }

  /// The original and what it can be read as by undoing escapes within escapes, in any order.
  ///
  /// - Parameters:
  ///   - bytes: The original.
  ///   - limit: How many readings are enough.
  /// - Returns: The readings, the original first.
  static func readings(of bytes: [UInt8], limit: Int = 12) -> [DecodedText] {
    var readings = [DecodedText(bytes)]
    var next = 0
    while next < readings.count {
      for escape in Escape.allCases where readings.count < limit {
        guard let reading = readings[next].undoing(escape),
          !readings.contains(where: { $0.bytes == reading.bytes })
        else { continue }
        readings.append(reading)
      }
      next += 1
    }
    return readings
  }
}
