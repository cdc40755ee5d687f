import Runs
import HTTPMessages

extension Redirect {
  /// A parameter of the query, taken as it comes: what a careless app does.
  func queryValue(_ name: String) -> String? {
    (try? Form(decoding: parts.query ?? ""))?.value(of: name)
  }

  /// The same of the fragment, where the implicit flow answers.
  func fragmentValue(_ name: String) -> String? {
    (try? Form(decoding: parts.fragment ?? ""))?.value(of: name)
  }
}
