/// An authorization request that is refused with a page: Fitbit sends nobody anywhere for it.
struct PageError: Error, Hashable {
  /// The word of RFC 6749 §4.1.2.1.
  let kind: String
  /// The explanation for the developer.
  let message: String
  /// Whether Fitbit's own text is not known.
  let isReconstructed: Bool
  /// The rule that refused it; `nil` for plain validity.
  let rule: Rule?

  init(_ kind: String, _ message: String, reconstructed: Bool = false, rule: Rule? = nil) {
    self.kind = kind
    self.message = message
    isReconstructed = reconstructed
    self.rule = rule
  }
}
