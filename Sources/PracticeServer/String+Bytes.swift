extension String {
  /// Whether two texts have the same bytes.
  ///
  /// Swift's `==` takes different scalars for the same character, such as the Kelvin sign for a K.
  func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
