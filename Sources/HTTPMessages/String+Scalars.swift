extension String {
  /// This text with every occurrence of another replaced, compared scalar by scalar.
  ///
  /// Swift compares characters, and takes a quotation mark with a combining mark behind it for another
  /// character. Shells, URLs and markup do not: for them it is still a quotation mark.
  package func replacingScalars(_ target: String, with replacement: String) -> String {
    let wanted = Array(target.unicodeScalars)
    guard let first = wanted.first else { return self }
    let scalars = Array(unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if scalars[index] == first, scalars[index...].starts(with: wanted) {
        result.append(contentsOf: replacement.unicodeScalars)
        index += wanted.count
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return String(result)
  }
}
