import Vocabulary

extension PracticeFault {
  typealias Explanation = (effect: String, expectation: String, reference: Reference)

  /// The fault's place, the behavior of a correct client, and the section that it is about.
  var table: Explanation {
    switch place {
    case .answer, .time: responseTable
    case .redirect: redirectTable
    case .metadata: metadataTable
    }
  }

  private var responseTable: Explanation {
    switch self {
    case .gone:
      (
        "Every address but the front page answers 410 Gone.",
        "A correct client stops, tells the user, and does not try again.", .rfc9110("15.5.11")
      )
    case .rateLimited:
      (
        "The token endpoint and the API answer 429 Too Many Requests.",
        "A correct client waits as long as Retry-After says before it tries again.", .rfc6585("4")
      )
    case .slow:
      (
        "Every answer takes five seconds.",
        "A correct client waits for a bounded time, and does not send a code a second time.",
        .rfc6749("4.1.2")
      )
    case .notJSON:
      (
        "The token endpoint, introspection, revocation and the API answer with an HTML page.",
        "A correct client reports status and media type, and takes nothing from the page.",
        .rfc6749("5.2")
      )
    case .conflict:
      (
        "Every refresh at the token endpoint is answered with 409 Conflict.",
        "A correct client keeps its refresh token, and lets only one refresh run at a time.",
        .rfc9110("15.5.10")
      )
    default:
      (
        "The token endpoint, introspection, revocation and the API answer 500 Internal Server Error.",
        "A correct client keeps its refresh token, and says that the server failed.",
        .rfc9110("15.6.1")
      )
    }
  }

  private var redirectTable: Explanation {
    switch self {
    case .wrongIssuer:
      (
        "The redirect has the iss of another server.",
        "A correct client compares iss with the issuer it sent the user to, and sends no token request.",
        .rfc9207("2.4")
      )
    case .noIssuer:
      (
        "The redirect has no iss, although the metadata promises it.",
        "A correct client rejects the redirect, and sends no token request.", .rfc9207("2.4")
      )
    case .wrongState:
      (
        "The redirect has another state than the request.",
        "A correct client discards the redirect, and sends no token request.", .rfc6749("10.12")
      )
    case .noState:
      (
        "The redirect has no state, although the request has one.",
        "A correct client discards the redirect, and sends no token request.", .rfc6749("10.12")
      )
    case .noCode:
      (
        "The redirect has neither a code nor a token nor an error.",
        "A correct client reports that the code is missing, and sends no token request.",
        .rfc6749("4.1.2")
      )
    default:
      (
        "The redirect has error=access_denied, as if the user had said no.",
        "A correct client tells the user that nothing was allowed, and sends no token request.",
        .rfc6749("4.1.2.1")
      )
    }
  }

  private var metadataTable: Explanation {
    switch self {
    case .otherIssuer:
      (
        "The metadata has the issuer of another server.",
        "A correct client compares issuer with the address it began with, and uses nothing of the document.",
        .rfc8414("3.3")
      )
    case .metadataNotJSON:
      (
        "The metadata is an HTML page.",
        "A correct client reports that the document is not JSON, and guesses no endpoint.",
        .rfc8414("3.2")
      )
    default:
      (
        "The metadata lists plain as the only method of a code challenge.",
        "A correct client sends S256 all the same or stops, and never sends plain.",
        .rfc7636("4.2")
      )
    }
  }
}
