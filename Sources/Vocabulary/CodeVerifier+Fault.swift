extension CodeVerifier {
  /// What is wrong with a text that was meant as a code verifier.
  public enum Fault: Error, Hashable, CustomStringConvertible {
    /// A character outside the unreserved set, with its position, counted from 1.
    case character(Character, position: Int)
    /// Too few or too many characters.
    case length(Int)

    /// The fault in one sentence: what was expected and what came.
    public var description: String {
      switch self {
      case .character(let character, let position):
        "a code verifier holds only A-Z a-z 0-9 - . _ ~, and character \(position) is "
          + character.harmlessName
      case .length(let count):
        "a code verifier has 43 to 128 characters, and this one has \(count)"
      }
    }
  }
}
