public import Vocabulary

/// A behavior that specifications permit and that Fitbit lacks.
///
/// A rule stops an attack; a feature serves a client. Both can be turned on and off.
public enum Feature: String, CaseIterable, Hashable, Sendable {
  /// The token endpoint accepts a client secret in the body.
  case secretInBody = "secret-in-body"
  /// A client without a secret may send an empty one with HTTP Basic authentication.
  case emptySecret = "empty-secret"
  /// A loopback redirect URI matches with any port.
  case anyLoopbackPort = "any-loopback-port"
  /// The redirect names the server that sent it.
  case issuer = "iss"
  /// A redirect with a code ends with its query.
  case plainRedirect = "plain-redirect"
  /// Scripts of other origins can read responses.
  ///
  /// This applies to the token endpoint, introspection, revocation, the metadata, and the API.
  case crossOrigin = "cross-origin"
  /// Introspection accepts client authentication and responds in the form of RFC 7662.
  case standardIntrospection = "standard-introspection"
  /// Codes, tokens, and secrets contain characters that a client must encode.
  case oddValues = "odd-values"

  /// The behavior of the server while the feature is on, in a sentence.
  public var effect: String { table.effect }

  /// The behavior of the server while the feature is off, in one or two sentences.
  public var absence: String { table.absence }

  /// The section that defines the behavior.
  public var reference: Reference { table.reference }

  private var table: (effect: String, absence: String, reference: Reference) {
    switch self {
    case .secretInBody:
      (
        "A client may send client_id and client_secret in the body.",
        "A client secret is accepted only in Authorization: Basic.", .rfc6749("2.3.1")
      )
    case .emptySecret:
      (
        "A client without a secret may send Authorization: Basic with an empty one.",
        "An empty secret in Authorization: Basic is rejected.", .rfc6749("2.3.1")
      )
    case .anyLoopbackPort:
      (
        "A loopback redirect URI matches a registered one with any port.",
        "The port of a redirect URI must match, also on loopback.", .rfc8252("7.3")
      )
    case .issuer:
      (
        "Each redirect has iss, which names the server that sent it.",
        "A redirect does not name the server that sent it.", .rfc9207("2")
      )
    case .plainRedirect:
      (
        "A redirect with a code ends with its query.",
        "A redirect with a code ends with #_=_, as at Fitbit. Some libraries mistake it for the implicit flow.",
        .rfc6749("4.1.2")
      )
    case .crossOrigin:
      (
        "Scripts of other origins can call the token endpoint, introspection, revocation, the metadata, and the "
          + "API.",
        "Browsers hide the responses from scripts of other origins.", .rfc9700("2.6")
      )
    case .standardIntrospection:
      (
        "Introspection accepts client authentication and returns scopes separated by spaces and times in "
          + "seconds.",
        "Introspection requires a bearer token and returns Fitbit's form: scopes in braces, times in milliseconds.",
        .rfc7662("2.2")
      )
    case .oddValues:
      (
        "Codes, tokens, and secrets contain / + = and %, which a client must encode.",
        "Codes and secrets contain no character that needs encoding.", .rfc6749("Appendix B")
      )
    }
  }
}
