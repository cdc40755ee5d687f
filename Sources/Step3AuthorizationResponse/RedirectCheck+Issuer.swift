import HTTPMessages
import Vocabulary

extension RedirectCheck {
  /// RFC 9207 §2.4: an issuer that is there must be the right one, and one that was promised must be
  /// there.
  func checkIssuer(in form: Form) throws(StepFailure) {
    guard case .known(let expected, let isPromised) = expectedIssuer else { return }
    guard let received = form.value(of: "iss") else {
      guard isPromised else { return }
      throw StepFailure(
        .issuerMissing, "The redirect does not say which server it comes from.",
        expected: "iss=" + expected,
        // RFC 9207 §2: an error needs it as well.
        received: form.value(of: "error").map { "no iss, and error=" + $0 } ?? "no iss",
        why:
          "This server's metadata promises iss in every redirect. One without it may come from a "
          + "server that wants the code of this one.",
        reference: .rfc9207("2.4"), findings: findings(in: form))
    }
    guard Self.isSame(received, expected) else {
      throw StepFailure(
        .issuerMismatch, "The redirect comes from another server than the one that was asked.",
        expected: "iss=" + expected, received: "iss=" + received,
        why: "The code would be taken to a server that did not issue it: the mix-up attack "
          + "(RFC 9700 §4.4).",
        reference: .rfc9207("2.4"), findings: findings(in: form))
    }
  }

  /// RFC 3986 §6.2.1: compared as strings, nothing made equal first.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  /// That an issuer came which nobody here can judge: a gap in what is known of the server, and no fault of
  /// its answer.
  var notesOnIssuer: [Note] {
    guard case .unknown = expectedIssuer, (try? answer.get())?.value(of: "iss") != nil else {
      return []
    }
    return [
      .remark(
        "The redirect names its server in iss, and no issuer is known here to compare it with (RFC 9207 §2.4). "
          + "A description of the server with its issuer mends that.")
    ]
  }

  /// The comparison of the issuers; nothing where there is nothing to compare.
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
