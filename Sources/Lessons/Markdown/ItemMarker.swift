/// What stands before an item of a list.
struct ItemMarker: Hashable {
  /// A hyphen, a plus or an asterisk; or what stands behind a number.
  let mark: Character
  /// The number; `nil` for an item without one.
  let number: Int?
  /// How many columns before its text stand, so far are the item's other lines indented.
  let width: Int
  /// The text on the first line.
  let text: String

  /// CommonMark, list items: a mark, or at most nine digits with `.` or `)`, then a blank or the end.
  init?(_ line: String, indentation: Int) {
    let digits = line.prefix { ("0"..."9").contains($0) }
    let rest = line.dropFirst(digits.count)
    guard let mark = rest.first, (digits.isEmpty ? "-+*" : ".)").contains(mark), digits.count <= 9
    else { return nil }
    let behind = rest.dropFirst()
    guard behind.first?.isBlank ?? true else { return nil }
    self.mark = mark
    number = Int(digits)
    text = behind.trimmed
    let blanks = behind.prefix { $0.isBlank }.count
    // Five blanks and more, or no text: the text stands one blank behind the mark.
    let gap = text.isEmpty || blanks > 4 ? 1 : blanks
    width = indentation + digits.count + 1 + gap
  }

  /// Whether an item may go on with the list that this one began: a change of the mark begins another.
  func isKin(of other: ItemMarker) -> Bool {
    mark == other.mark && (number == nil) == (other.number == nil)
  }

  /// CommonMark, lists: not everything that looks like an item may break off a paragraph.
  var interruptsParagraph: Bool { !text.isEmpty && (number ?? 1) == 1 }
}
