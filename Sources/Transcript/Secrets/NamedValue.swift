/// A value in a text, with the name that stands before it.
struct NamedValue: Hashable {
  /// How the two are written.
  enum Kind {
    /// As `"name": "value"`: RFC 8259 §4.
    case member
    /// As `"name": 123`.
    case number
    /// As `name=value`, in a query, a form or any text.
    case parameter
    /// As `Name: value`: RFC 9110 §5.
    case field
  }

  let name: String
  /// The value as it is meant, without escapes.
  let value: String
  /// Where the value stands in the text, escapes and all.
  let place: Range<Int>
  let kind: Kind
}

extension [UInt8] {
  /// The text with other ones in the place of some values.
  func replacing(_ values: [(place: Range<Int>, text: String)]) -> [UInt8] {
    var result: [UInt8] = []
    var end = 0
    for (place, text) in values.sorted(by: { $0.place.lowerBound < $1.place.lowerBound })
    where place.lowerBound >= end {
      result += self[end..<place.lowerBound]
      result += text.utf8
      end = place.upperBound
    }
    return result + self[end...]
  }
}
