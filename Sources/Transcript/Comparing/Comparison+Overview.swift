import Vocabulary

extension Comparison {
  /// Returns the first questions of a reader, one row each; every renderer shows them.
  static func overview(_ evidence: [FlowEvidence]) -> Section {
    Section(
      title: "At a glance",
      rows: [
        row("Steps", evidence) { Cell(run: [steps(of: $0.flow)]) },
        row("Credential in a URL", evidence) { Cell(run: [credentials($0)]) },
        row("Token in a URL", evidence) { result(in: $0, [(.history, "yes")], else: "never") },
        row("Client secret", evidence) { Cell(run: [needForSecret($0)]) },
        row("Stolen code", evidence) {
          result(in: $0, [(.exchange, "exchanged"), (.injection, "injected")])
        },
        row("Stolen access token", evidence) {
          theft(in: $0)
        },
        row("Planted redirect", evidence) { result(in: $0, [(.planting, "accepted")]) },
        row("… state ignored", evidence) { result(in: $0, [(.carelessPlanting, "accepted")]) },
        row("Refresh token", evidence) {
          Cell(run: [$0.output("refresh_token") == nil ? "none" : "issued"])
        },
        row("Whose data", evidence, owner),
        row("RFC 9700", evidence) {
          let judgment = $0.flow.judgment
          return Cell(
            standard: SourcedText(
              judgment.inShort.practice, judgment.bestCurrentPractice.reference),
            note: judgment.inShort.note)
        },
        row("Use it for", evidence) {
          let judgment = $0.flow.judgment
          return Cell(standard: SourcedText(judgment.inShort.use, judgment.use.reference))
        },
      ])
  }

  /// Returns the result of an attack: the word of the first kind that worked, if any did.
  private static func result(
    in evidence: FlowEvidence, _ kinds: [(kind: Attempt.Kind, word: String)],
    else failed: String = "rejected"
  ) -> Cell {
    let tried = kinds.filter { evidence.worked($0.kind) != nil }
    guard !tried.isEmpty else { return Cell(run: [Item]()) }
    let success = tried.first { evidence.worked($0.kind) == true }
    return Cell(run: [success.map { Item($0.word, .works) } ?? Item(failed, .rejected)])
  }

  /// Returns the use of a stolen access token; nothing but the profile was tried.
  private static func theft(in evidence: FlowEvidence) -> Cell {
    guard evidence.worked(.theft) == false else {
      return result(in: evidence, [(.theft, harm(evidence))])
    }
    return Cell(
      run: [Item("no user's data", .rejected)],
      SourcedText("only a profile was tried", .rfc6750("1.2")))
  }

  private static func steps(of flow: FlowDescription) -> String {
    guard flow.steps.count > 2, let first = flow.steps.first, let last = flow.steps.last else {
      return flow.steps.map(\.description).joined(separator: ", ")
    }
    return "\(first) to \(last)"
  }

  /// Returns the secrets that were in a URL of the browser.
  private static func credentials(_ evidence: FlowEvidence) -> String {
    let seen = SecretValue.allCases.filter {
      Exposure(of: $0, in: evidence.report).viewers.contains(.history)
    }
    return seen.isEmpty ? "nothing" : seen.map(\.rawValue).joined(separator: ", ")
  }

  /// Returns whether the client had a secret in the run, and whether the server required it.
  private static func needForSecret(_ evidence: FlowEvidence) -> String {
    guard evidence.report.steps.contains(where: { $0.heading.number == .tokenRequest }) else {
      return "none"
    }
    let hadSecret = !Exposure(of: .clientSecret, in: evidence.report).viewers.isEmpty
    let worked = evidence.worked(.missingSecret) ?? evidence.worked(.exchange)
    return hadSecret && worked != true ? "required" : "optional"
  }

  /// Returns the time for which a stolen access token works.
  private static func harm(_ evidence: FlowEvidence) -> String {
    guard evidence.worked(.lateTheft) == false, let lifetime = evidence.output("expires_in") else {
      return "works"
    }
    return duration(lifetime)
  }

  /// Returns the owner of the data: a user if the token reads a user's profile.
  private static func owner(_ evidence: FlowEvidence) -> Cell {
    switch evidence.worked(.theft) {
    case true?: Cell(run: ["a user's"])
    case false?:
      Cell(
        run: ["the client's"],
        SourcedText("or data arranged beforehand", .rfc6749("4.4")))
    case nil: Cell(run: [Item]())
    }
  }
}
