import HTTPMessages
import Vocabulary

extension Redirect {
  /// What stands behind the #: the parameters of an implicit answer, or one part called `#fragment`.
  ///
  /// Fitbit's `#_=_` is no answer, though it looks like a parameter named `_`.
  var fragmentPairs: [Form.Pair] {
    guard let fragment = parts.fragment else { return [] }
    return implicitAnswer ?? [Form.Pair("#fragment", fragment)]
  }

  /// Where the parts of the fragment stand: in an implicit answer, or in none.
  var placeOfFragment: Place { implicitAnswer == nil ? .authorizationResponse : .implicitResponse }

  private var implicitAnswer: [Form.Pair]? {
    let pairs = (try? Form(decoding: parts.fragment ?? ""))?.pairs ?? []
    let isAnswer = pairs.contains { ["access_token", "error", "state"].contains($0.name) }
    return isAnswer ? pairs : nil
  }
}
