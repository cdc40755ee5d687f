import HTTPMessages
import Vocabulary

extension AuthorizationRequest {
  /// The notes on a missing scope and on another separator than a space.
  var scopeNotes: [String] {
    guard !scope.names.isEmpty else {
      return [
        "No scope is requested. The server uses a default scope or rejects the request "
          + "(RFC 6749 §3.3)."
      ]
    }
    guard server.scopeSeparator == .comma, scope.names.count > 1 else { return [] }
    return ["\(server.name) expects commas between scopes. RFC 6749 §3.3 requires spaces."]
  }

  /// The note on scopes that are not in the list known for the server.
  var unknownScopeNotes: [String] {
    let unknown = scope.names.filter { name in !server.scopes.contains { $0.name == name } }
    guard !unknown.isEmpty, !server.scopes.isEmpty else { return [] }
    let names = unknown.joined(separator: ", ")
    return [
      server.followsFitbitsGuide
        ? "\(server.name)'s documentation does not list: \(names). The server may show an error page."
        : "Not in the known scopes of \(server.name): \(names). A server need not list every scope (RFC 8414 §2). "
          + "It rejects an unknown one with invalid_scope (RFC 6749 §4.1.2.1)."
    ]
  }

  /// The note on a value of prompt that Fitbit does not document.
  var promptNotes: [String] {
    guard let prompt, server.followsFitbitsGuide, !prompt.isDocumentedByFitbit else { return [] }
    let values = Prompt.documentedByFitbit.map(\.rawValue).joined(separator: ", ")
    return [
      "Fitbit documents these values of prompt: \(values). \(prompt.rawValue) is not one of them; it is from "
        + "OpenID Connect Core 1.0 §3.1.2.1."
    ]
  }

  /// The note that the issuer of the redirect cannot be compared.
  ///
  /// It is not shown for Fitbit, which has published no issuer.
  var issuerNotes: [String] {
    guard server.issuer == nil, !server.followsFitbitsGuide else { return [] }
    return [
      "The issuer of \(server.name) is unknown, so step 3 cannot tell its redirects from those of another "
        + "server (RFC 9207 §2.4). If the server has an issuer identifier, add it to the server file as issuer."
    ]
  }
}
