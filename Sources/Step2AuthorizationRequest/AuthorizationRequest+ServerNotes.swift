import HTTPMessages
import Vocabulary

extension AuthorizationRequest {
  /// What a scope that is left out, or written in the server's own way, means.
  var scopeNotes: [String] {
    guard !scope.names.isEmpty else {
      return [
        "No scope is asked for. The server then uses a default scope, or refuses the request "
          + "(RFC 6749 §3.3)."
      ]
    }
    guard server.scopeSeparator == .comma, scope.names.count > 1 else { return [] }
    return ["\(server.name) wants commas between scopes. RFC 6749 §3.3 separates them by spaces."]
  }

  /// Which scopes nobody has said that the server knows.
  var unknownScopeNotes: [String] {
    let unknown = scope.names.filter { name in !server.scopes.contains { $0.name == name } }
    guard !unknown.isEmpty, !server.scopes.isEmpty else { return [] }
    let names = unknown.joined(separator: ", ")
    return [
      server.followsFitbitsGuide
        ? "\(server.name)'s documentation does not list: \(names). The server may answer with an error page."
        : "\(server.name) is not known to have: \(names). A server need not list all of its scopes (RFC 8414 §2); "
          + "one that it does not know it refuses with invalid_scope (RFC 6749 §4.1.2.1)."
    ]
  }

  /// Which pages the server's documentation does not offer.
  var promptNotes: [String] {
    guard let prompt, server.followsFitbitsGuide, !prompt.isDocumentedByFitbit else { return [] }
    let values = Prompt.documentedByFitbit.map(\.rawValue).joined(separator: ", ")
    return [
      "Fitbit documents these values of prompt: \(values). \(prompt.rawValue) is not documented there; it "
        + "is one of OpenID Connect Core 1.0 §3.1.2.1."
    ]
  }

  /// Why the issuer of the redirect cannot be compared.
  ///
  /// Fitbit has published no issuer, so that nobody can add one there.
  var issuerNotes: [String] {
    guard server.issuer == nil, !server.followsFitbitsGuide else { return [] }
    return [
      "No issuer of \(server.name) is known here, so step 3 cannot tell its redirect from that of another "
        + "server (RFC 9207 §2.4). If the server has an issuer identifier, add it to the file as issuer."
    ]
  }
}
