#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The keys with which a user edits a line, for a terminal that leaves that to the program.
struct LineKeys {
  /// The outcome of a byte.
  enum Outcome: Hashable {
    /// It belongs to the line.
    case text
    /// It was a key that edits; this is to be written to the terminal, which has shown the key.
    case edited(String)
    /// It ends the input.
    case end
  }

  private enum Key { case erase, eraseWord, kill, reprint, end }

  private let keys: [UInt8: Key]
  private let echoes: Bool

  /// How many columns the terminal takes to show a key: control characters are shown as ^X.
  private static let shown = 2

  /// Takes the keys that the user has set with `stty`.
  init(_ mode: termios) {
    let places: [(Int32, Key)] = [
      (VERASE, .erase), (VWERASE, .eraseWord), (VKILL, .kill), (VREPRINT, .reprint), (VEOF, .end),
    ]
    var keys: [UInt8: Key] = [:]
    withUnsafeBytes(of: mode.c_cc) { set in
      for (place, key) in places where set[Int(place)] != Platform.noKey {
        keys[set[Int(place)]] = key
      }
    }
    self.keys = keys
    echoes = mode.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Applies a control character to the line, if it is a key.
  ///
  /// - Parameters:
  ///   - byte: The character.
  ///   - line: The line as far as it was typed.
  ///   - width: How many columns of the terminal a text takes.
  /// - Returns: The outcome.
  func apply(
    _ byte: UInt8, to line: inout [UInt8], width: (String) -> Int
  ) -> Outcome {
    guard let key = keys[byte] else { return .text }
    switch key {
    case .erase: return edited(wiping: Self.shown + Self.removeLast(of: &line, width))
    case .eraseWord:
      var columns = Self.shown
      while line.last == UInt8(ascii: " ") { columns += Self.removeLast(of: &line, width) }
      while let last = line.last, last != UInt8(ascii: " ") {
        columns += Self.removeLast(of: &line, width)
      }
      return edited(wiping: columns)
    case .kill:
      line = []
      // A line that was wrapped cannot be wiped out.
      return .edited(echoes ? "\n" : "")
    case .reprint: return .edited(echoes ? "\n" + String(decoding: line, as: UTF8.self) : "")
    case .end: return line.isEmpty ? .end : edited(wiping: Self.shown)
    }
  }

  private func edited(wiping columns: Int) -> Outcome {
    guard echoes else { return .edited("") }
    let back = String(repeating: "\u{8}", count: columns)
    return .edited(back + String(repeating: " ", count: columns) + back)
  }

  /// Removes the last character of a line in UTF-8, and counts the columns in which it was shown.
  private static func removeLast(of line: inout [UInt8], _ width: (String) -> Int) -> Int {
    guard let last = line.popLast() else { return 0 }
    var bytes = [last]
    // A scalar has at most three bytes after its first.
    while let byte = bytes.first, byte & 0xC0 == 0x80, bytes.count < 4, let next = line.popLast() {
      bytes.insert(next, at: 0)
    }
    if last < 0x20 || last == 0x7F { return shown }
    return width(String(decoding: bytes, as: UTF8.self))
  }
}
