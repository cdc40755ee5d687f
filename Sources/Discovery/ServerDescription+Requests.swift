import HTTPMessages
import Vocabulary

extension ServerDescription {
  /// Returns an endpoint whose query has no parameter that the request also sends.
  ///
  /// RFC 6749 §3.1 and §3.2 keep the query of an endpoint, and forbid repeated parameters.
  func requestEndpoint(
    _ member: String, reserved: Set<String>
  ) throws(StepFailure) -> String {
    let url = try members.requiredEndpoint(member)
    try check(Self.queryNames(of: url), of: member, reserved: reserved)
    return url
  }

  /// Returns the extra parameters of a request.
  func parameters(
    _ member: String, of endpoint: String, reserved: Set<String>
  ) throws(StepFailure) -> [AuthorizationParameter] {
    let pairs = try members.pairs(member)
    let kept = Self.queryNames(of: try members.string(endpoint) ?? "")
    try check(pairs.map(\.name), of: member, reserved: reserved.union(kept))
    return pairs.map {
      AuthorizationParameter($0.name, $0.value, purpose: "Added by the server file.")
    }
  }

  private static func queryNames(of url: String) -> [String] {
    URLParts(url).query.flatMap { try? Form(decoding: $0) }?.pairs.map(\.name) ?? []
  }

  private func check(
    _ names: [String], of member: String, reserved: Set<String>
  ) throws(StepFailure) {
    guard let name = names.first(where: reserved.contains) else { return }
    throw StepFailure(
      .metadataInvalid, "The member \(member) of the \(document) cannot be used.",
      expected: "only parameters that the request does not contain already", received: name,
      why: "A parameter that is sent twice makes the request invalid.", reference: .rfc6749("3.1"),
      findings: findings)
  }

  /// Returns the separator of scopes, or `nil` for the space of RFC 6749 §3.3.
  func scopeSeparator() throws(StepFailure) -> ScopeSeparator? {
    guard let text = try members.string("scope_separator") else { return nil }
    guard let separator = ScopeSeparator(rawValue: text) else {
      throw StepFailure(
        .metadataInvalid, "The member scope_separator of the \(document) cannot be used.",
        expected: "a space or a comma", received: text.isEmpty ? "nothing" : text,
        why: "The server would read several scopes as one.", reference: .rfc6749("3.3"),
        findings: findings)
    }
    return separator == .space ? nil : separator
  }
}
