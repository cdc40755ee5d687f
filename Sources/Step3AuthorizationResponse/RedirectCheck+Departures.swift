import HTTPMessages
import Vocabulary

extension RedirectCheck {
  /// The departures of the redirect from the specifications.
  var departures: [Departure] {
    guard case .success(let form) = parameters else { return [] }
    var found: [Departure] = []
    func add(_ text: String, _ reference: Reference) { found.append(Departure(text, reference)) }
    if part == .query, let fragment = parts.fragment {
      add(
        "The redirect ends in #\(fragment), but a response in the query has no fragment.",
        .rfc6749("4.1.2"))
    }
    if let error = form.value(of: "error"), ErrorCode.named(error, in: .authorization) == nil {
      add(
        "No specification known here defines the error '\(error)' for a redirect.",
        .rfc6749("4.1.2.1"))
    }
    for name in ["error", "error_description"] where !Grammar.isErrorText(form.value(of: name)) {
      add("\(name) contains a character that is not allowed.", .rfc6749("4.1.2.1"))
    }
    return found
  }

  /// Returns the note on parameters that neither the specifications nor the server define.
  ///
  /// That is not a departure: RFC 6749 §8.2 lets a server add parameters.
  func notesOnNames(at server: AuthorizationServer?) -> [Note] {
    guard let names = try? parameters.get().pairs.map(\.name) else { return [] }
    let unknown = names.filter {
      !ownNames.contains($0)
        && Glossary.entry(named: $0, in: place, of: AuthorizationResponse.heading.name, at: server)
          == nil
    }
    guard !unknown.isEmpty else { return [] }
    return [
      .remark(
        "Not in the specifications known here: \(unknown.listed()). A client ignores unknown "
          + "parameters (RFC 6749 \(part == .query ? "§4.1.2" : "§4.2.2")).")
    ]
  }
}
