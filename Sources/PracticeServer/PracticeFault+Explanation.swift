import Vocabulary

extension PracticeFault {
  typealias Explanation = (effect: String, expectation: String, reference: Reference)

  /// The fault's effect, the behavior of a correct client, and the section that defines it.
  var table: Explanation {
    switch place {
    case .response, .time: responseTable
    case .redirect: redirectTable
    case .metadata: metadataTable
    }
  }

  private var responseTable: Explanation {
    switch self {
    case .gone:
      (
        "Every URL except the front page returns 410 Gone.",
        "A correct client stops, tells the user, and does not retry.", .rfc9110("15.5.11")
      )
    case .rateLimited:
      (
        "The token endpoint and the API return 429 Too Many Requests.",
        "A correct client waits as long as Retry-After says before it retries.", .rfc6585("4")
      )
    case .slow:
      (
        "Every response takes five seconds.",
        "A correct client waits for a limited time and does not send a code twice.",
        .rfc6749("4.1.2")
      )
    case .notJSON:
      (
        "The token endpoint, introspection, revocation, and the API return an HTML page.",
        "A correct client reports the status and media type and uses nothing from the page.",
        .rfc6749("5.2")
      )
    case .conflict:
      (
        "The token endpoint returns 409 Conflict for every refresh.",
        "A correct client keeps its refresh token and runs one refresh at a time.",
        .rfc9110("15.5.10")
      )
    default:
      (
        "The token endpoint, introspection, revocation, and the API return 500 Internal Server Error.",
        "A correct client keeps its refresh token and reports that the server failed.",
        .rfc9110("15.6.1")
      )
    }
  }

  private var redirectTable: Explanation {
    switch self {
    case .wrongIssuer:
      (
        "The redirect has the iss of another server.",
        "A correct client compares iss with the issuer it sent the user to and sends no token request.",
        .rfc9207("2.4")
      )
    case .noIssuer:
      (
        "The redirect has no iss, although the metadata announces it.",
        "A correct client rejects the redirect and sends no token request.", .rfc9207("2.4")
      )
    case .wrongState:
      (
        "The state in the redirect is not the one in the request.",
        "A correct client discards the redirect and sends no token request.", .rfc6749("10.12")
      )
    case .noState:
      (
        "The redirect has no state, although the request has one.",
        "A correct client discards the redirect and sends no token request.", .rfc6749("10.12")
      )
    case .noCode:
      (
        "The redirect has no code, no token, and no error.",
        "A correct client reports the missing code and sends no token request.",
        .rfc6749("4.1.2")
      )
    default:
      (
        "The redirect has error=access_denied, as if the user had denied access.",
        "A correct client tells the user that access was denied and sends no token request.",
        .rfc6749("4.1.2.1")
      )
    }
  }

  private var metadataTable: Explanation {
    switch self {
    case .otherIssuer:
      (
        "The metadata has the issuer of another server.",
        "A correct client compares issuer with the one it started from and uses nothing from the document.",
        .rfc8414("3.3")
      )
    case .metadataNotJSON:
      (
        "The metadata is an HTML page.",
        "A correct client reports that the document is not JSON and guesses no endpoint.",
        .rfc8414("3.2")
      )
    default:
      (
        "The metadata lists plain as the only code challenge method.",
        "A correct client sends S256 anyway or stops, and never sends plain.",
        .rfc7636("4.2")
      )
    }
  }
}
