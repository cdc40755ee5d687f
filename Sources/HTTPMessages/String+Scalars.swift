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

  /// Whether another text is in this one, byte for byte.
  ///
  /// Swift's `contains` compares characters, which takes a hundred times as long in a text of a million bytes.
  package func containsBytes(of other: String) -> Bool {
    let wanted = Array(other.utf8)
    guard let first = wanted.first else { return true }
    let bytes = Array(utf8)
    var index = 0
    while let found = bytes[index...].firstIndex(of: first), found + wanted.count <= bytes.count {
      if bytes[found...].starts(with: wanted) { return true }
      index = found + 1
    }
    return false
  }
}

extension String {
  /// The text with everything that is markup in HTML written as character references.
  ///
  /// Scalar by scalar: a quotation mark with a combining mark behind it is still one for a browser.
  public var escapedForHTML: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
