/// A number in upper-case hexadecimal, with at least so many digits.
public func hexadecimal(_ number: some BinaryInteger, digits: Int) -> String {
  let text = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}

/// Bytes in lower-case hexadecimal, two digits each, as `sha256sum` and `xxd` print them.
public func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { hexadecimal($0, digits: 2).lowercased() }.joined()
}
