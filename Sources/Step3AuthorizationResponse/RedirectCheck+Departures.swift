import HTTPMessages
import Vocabulary

extension RedirectCheck {
  /// Where the redirect departs from the specifications.
  var departures: [Departure] {
    guard case .success(let form) = answer else { return [] }
    var found: [Departure] = []
    func add(_ text: String, _ reference: Reference) { found.append(Departure(text, reference)) }
    if part == .query, let fragment = parts.fragment {
      add(
        "Behind the query stands #\(fragment), which belongs to no answer in the query.",
        .rfc6749("4.1.2"))
    }
    if let error = form.value(of: "error"), ErrorCode.named(error, in: .authorization) == nil {
      add(
        "No specification known here has the error '\(error)' for a redirect.", .rfc6749("4.1.2.1"))
    }
    for name in ["error", "error_description"] where !Grammar.isErrorText(form.value(of: name)) {
      add("\(name) has a character that it may not have.", .rfc6749("4.1.2.1"))
    }
    return found
  }

  /// What neither the specifications nor what is known of the server have: a client passes over it.
  ///
  /// It is not called a departure: RFC 6749 §8.2 lets a server add parameters.
  func notesOnNames(at server: AuthorizationServer?) -> [Note] {
    guard let names = try? answer.get().pairs.map(\.name) else { return [] }
    let unknown = names.filter {
      !ownNames.contains($0)
        && Glossary.entry(named: $0, in: place, of: AuthorizationResponse.heading.name, at: server)
          == nil
    }
    guard !unknown.isEmpty else { return [] }
    return [
      .remark(
        "In no specification known here: \(unknown.listed()). A client passes over what it does "
          + "not know (RFC 6749 \(part == .query ? "§4.1.2" : "§4.2.2")).")
    ]
  }
}
