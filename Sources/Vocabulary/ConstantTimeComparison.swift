/// Compares two byte strings in a time that depends on their lengths only.
///
/// An ordinary comparison stops at the first difference, and its duration tells an attacker how much
/// of a guess was right.
///
/// - Returns: Whether both have the same length and the same bytes.
public func isEqualInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  guard left.count == right.count else { return false }
  var difference: UInt8 = 0
  for (one, other) in zip(left, right) { difference |= one ^ other }
  return difference == 0
}
