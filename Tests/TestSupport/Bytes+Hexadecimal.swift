extension [UInt8] {
  /// Creates bytes from pairs of hexadecimal digits, or `nil` for any other text.
  ///
  /// It does not use the workbench's own function, so that the tests are independent.
  package init?(hex: some StringProtocol) {
    let digits = Array<UInt8>(hex.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: digits.count, by: 2) {
      let pair = String(decoding: digits[start...start + 1], as: UTF8.self)
      guard let byte = UInt8(pair, radix: 16) else { return nil }
      bytes.append(byte)
    }
    self = bytes
  }

  /// The bytes as pairs of lowercase hexadecimal digits.
  package var hex: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
