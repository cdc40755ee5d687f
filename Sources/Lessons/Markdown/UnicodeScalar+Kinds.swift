extension Unicode.Scalar {
  /// CommonMark, characters and lines: Unicode whitespace.
  var isWhitespace: Bool { properties.isWhitespace }

  /// CommonMark, characters and lines: of the general category P or S.
  var isPunctuation: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }

  /// CommonMark, characters and lines: what a backslash may stand before.
  var isASCIIPunctuation: Bool { isASCII && isPunctuation }

  /// Whether it is an ASCII letter or digit, for the scheme of an address.
  var isLetterOrDigit: Bool {
    isASCII && (properties.isAlphabetic || properties.numericType != nil)
  }
}
