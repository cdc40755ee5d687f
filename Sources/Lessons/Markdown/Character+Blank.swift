extension Character {
  /// Whether it is a blank or a tab.
  var isBlank: Bool { self == " " || self == "\t" }
}

extension StringProtocol {
  /// The text without the blanks at its ends.
  var trimmed: String {
    var text = drop { $0.isBlank }
    while text.last?.isBlank == true { text.removeLast() }
    return String(text)
  }
}
