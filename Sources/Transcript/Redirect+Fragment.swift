import HTTPMessages

extension Redirect {
  /// What stands behind the #: the parameters of an implicit answer, or one part called `#fragment`.
  ///
  /// Fitbit's `#_=_` is no answer, though it looks like a parameter named `_`.
  var fragmentPairs: [Form.Pair] {
    guard let fragment = parts.fragment else { return [] }
    let pairs = (try? Form(decoding: fragment))?.pairs ?? []
    let isAnswer = pairs.contains { ["access_token", "error", "state"].contains($0.name) }
    return isAnswer ? pairs : [Form.Pair("#fragment", fragment)]
  }
}
