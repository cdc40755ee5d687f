public import Vocabulary

/// Something that a specification lets a server do or accept, and that Fitbit does not do.
///
/// A rule stops an attack; a feature serves a client. Both can be switched.
public enum Feature: String, CaseIterable, Hashable, Sendable {
  /// The token endpoint accepts a secret in the body.
  case secretInBody = "secret-in-body"
  /// A client without a secret may send an empty one in a Basic header.
  case emptySecret = "empty-secret"
  /// A redirect URI on loopback matches with any port.
  case anyLoopbackPort = "any-loopback-port"
  /// The redirect says which server sent it.
  case issuer = "iss"
  /// A redirect with a code ends with its query.
  case plainRedirect = "plain-redirect"
  /// Scripts of other origins can read the answers of the token endpoint, of revocation and introspection, of the
  /// metadata and of the API.
  case crossOrigin = "cross-origin"
  /// Introspection is for clients that authenticate, and answers in the standard's form.
  case standardIntrospection = "standard-introspection"
  /// Codes, tokens and secrets have characters that a client has to encode.
  case oddValues = "odd-values"

  /// What the server does while it is on, in a sentence.
  public var effect: String { table.effect }

  /// What the server does while it is off, in a sentence.
  public var absence: String { table.absence }

  /// Where it is laid down.
  public var reference: Reference { table.reference }

  private var table: (effect: String, absence: String, reference: Reference) {
    switch self {
    case .secretInBody:
      (
        "A client may send client_id and client_secret in the body.",
        "The secret counts only in Authorization: Basic.", .rfc6749("2.3.1")
      )
    case .emptySecret:
      (
        "A client without a secret may send Authorization: Basic with an empty one.",
        "An empty secret in Authorization: Basic is refused.", .rfc6749("2.3.1")
      )
    case .anyLoopbackPort:
      (
        "A redirect URI on loopback matches a registered one with any port.",
        "The port of a redirect URI counts, also on loopback.", .rfc8252("7.3")
      )
    case .issuer:
      (
        "Each redirect has iss, so that the client can tell which server answers.",
        "A redirect does not say which server sent it.", .rfc9207("2")
      )
    case .plainRedirect:
      (
        "A redirect with a code ends with its query.",
        "A redirect with a code ends with #_=_, which Fitbit adds and some libraries take for the implicit flow.",
        .rfc6749("4.1.2")
      )
    case .crossOrigin:
      (
        "Scripts in pages of other origins can call the token endpoint, introspection, revocation, the metadata "
          + "and the API.",
        "A browser keeps the answers from scripts of other origins.", .rfc9700("2.6")
      )
    case .standardIntrospection:
      (
        "Introspection asks for the client's own authentication, and answers with scopes separated by spaces and "
          + "times in seconds.",
        "Introspection takes a Bearer token, and answers in Fitbit's form: scopes in braces, times in milliseconds.",
        .rfc7662("2.2")
      )
    case .oddValues:
      (
        "Codes, tokens and secrets have / + = and %, which a client has to encode.",
        "Codes and secrets have no character that needs encoding.", .rfc6749("Appendix B")
      )
    }
  }
}
