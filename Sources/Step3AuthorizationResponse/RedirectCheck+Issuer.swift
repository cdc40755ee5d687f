import HTTPMessages
import Vocabulary

extension RedirectCheck {
  /// Checks the issuer in the redirect; it may be missing unless it was promised (RFC 9207 §2.4).
  func checkIssuer(in form: Form) throws(StepFailure) {
    guard case .known(let expected, let isPromised) = expectedIssuer else { return }
    guard let received = form.value(of: "iss") else {
      guard isPromised else { return }
      throw StepFailure(
        .issuerMissing, "The redirect does not name the server that sent it.",
        expected: "iss=" + expected,
        // RFC 9207 §2: an error needs it too.
        received: form.value(of: "error").map { "no iss, and error=" + $0 } ?? "no iss",
        why:
          "This server's metadata promises iss in every redirect. One without it may come from another "
          + "server, which tries to get this server's code.",
        reference: .rfc9207("2.4"), findings: findings(in: form))
    }
    guard Self.isSame(received, expected) else {
      throw StepFailure(
        .issuerMismatch, "The redirect names another server than the one in step 2.",
        expected: "iss=" + expected, received: "iss=" + received,
        why: "The client would send the code to a server that did not issue it: a mix-up attack "
          + "(RFC 9700 §4.4).",
        reference: .rfc9207("2.4"), findings: findings(in: form))
    }
  }

  /// Whether two issuers are equal as strings, without normalization (RFC 3986 §6.2.1).
  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  /// The note on an issuer that cannot be checked, because that of the server is unknown.
  var notesOnIssuer: [Note] {
    guard case .unknown = expectedIssuer, (try? parameters.get())?.value(of: "iss") != nil else {
      return []
    }
    return [
      .remark(
        "The redirect names its server in iss, but the expected issuer is unknown (RFC 9207 §2.4). To compare "
          + "them, add the issuer to the server file.")
    ]
  }

  /// Returns the comparison of the issuers; empty if there is nothing to compare.
  func issuerComparison(in form: Form) -> [Parameter] {
    let received = form.value(of: "iss")
    guard case .known(let expected, let isPromised) = expectedIssuer else { return [] }
    guard let received else {
      guard isPromised else { return [] }
      return [Parameter("issuer_verdict", "missing", in: .insideTheClient, origin: .computed)]
    }
    return [
      Parameter("expected_issuer", expected, in: .insideTheClient, origin: .given),
      Parameter("received_issuer", received, in: .insideTheClient, origin: origin),
      Parameter(
        "issuer_verdict", Self.isSame(received, expected) ? "equal" : "different",
        in: .insideTheClient, origin: .computed),
    ]
  }
}
