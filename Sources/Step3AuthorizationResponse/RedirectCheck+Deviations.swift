import HTTPMessages
import Vocabulary

extension RedirectCheck {
  /// Where the redirect departs from the specifications.
  var deviations: [Deviation] {
    guard case .success(let form) = answer else { return [] }
    var found: [Deviation] = []
    func add(_ text: String, _ reference: Reference) { found.append(Deviation(text, reference)) }
    if part == .query, let fragment = parts.fragment {
      add(
        "Behind the query stands #\(fragment), which belongs to no answer in the query.",
        .rfc6749("4.1.2"))
    }
    if case .unknown = expectedIssuer, form.value(of: "iss") != nil {
      add(
        "The redirect names its server in iss, and no issuer is known here to compare it with.",
        .rfc9207("2.4"))
    }
    if let error = form.value(of: "error"), !Self.errors.contains(error) {
      add("The error '\(error)' is none of the specified ones.", .rfc6749("4.1.2.1"))
    }
    let unknown = form.pairs.map(\.name).filter { !specified.contains($0) }
    if !unknown.isEmpty {
      add(
        "Not specified: \(unknown.joined(separator: ", ")). A client has to ignore what it does not know.",
        part == .query ? .rfc6749("4.1.2") : .rfc6749("4.2.2"))
    }
    return found
  }

  private var specified: [String] {
    let always = ["state", "iss", "error", "error_description", "error_uri"]
    return part == .query
      ? always + ["code"] : always + ["access_token", "token_type", "expires_in", "scope"]
  }

  private static let errors = [
    "invalid_request", "unauthorized_client", "access_denied", "unsupported_response_type",
    "invalid_scope", "server_error", "temporarily_unavailable",
  ]
}
