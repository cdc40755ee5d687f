#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The keys that edit a line, for a terminal that leaves editing to the program.
struct LineKeys {
  /// The effect of a byte.
  enum Outcome: Hashable {
    /// The byte belongs to the line.
    case text
    /// The byte was an editing key; write this text to the terminal, which has echoed the key.
    case edited(String)
    /// The byte ends the input.
    case end
  }

  private enum Key { case erase, eraseWord, kill, reprint, end }

  private let keys: [UInt8: Key]
  private let echoes: Bool

  /// The number of columns of an echoed key: the terminal shows control characters as ^X.
  private static let shown = 2

  /// Creates the keys from a terminal mode, as set by the user with `stty`.
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

  /// Applies a control character to the line if it is an editing key.
  ///
  /// - Parameters:
  ///   - byte: The character.
  ///   - line: The line typed so far.
  ///   - width: Returns the number of terminal columns that a text occupies.
  /// - Returns: The effect of the character.
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
      // A wrapped line cannot be erased on the screen.
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

  /// Removes the last UTF-8 character of a line, and returns the number of its columns.
  private static func removeLast(of line: inout [UInt8], _ width: (String) -> Int) -> Int {
    guard let last = line.popLast() else { return 0 }
    var bytes = [last]
    // A scalar has at most three bytes after the first one.
    while let byte = bytes.first, byte & 0xC0 == 0x80, bytes.count < 4, let next = line.popLast() {
      bytes.insert(next, at: 0)
    }
    if last < 0x20 || last == 0x7F { return shown }
    return width(String(decoding: bytes, as: UTF8.self))
  }
}
