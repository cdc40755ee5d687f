import Vocabulary

extension Comparison {
  /// Who gets to see a value, what they can do with it, and what stops them.
  static func section(on secret: SecretValue, _ evidence: [FlowEvidence]) -> Section {
    Section(
      title: secret.title,
      rows: [
        row("Who gets to see it", evidence) { evidence in
          Cell(
            run: Exposure(of: secret, in: evidence.report).viewers.map { viewer in
              Item(viewer.text, viewer.isUninvited ? .exposed : .direct)
            })
        },
        row("What a thief does with it", evidence) { evidence in
          attempts(evidence) { $0.secret == secret && !apart.map(\.kind).contains($0.kind) }
        },
      ] + apartRows(on: secret, evidence) + [
        row("What protects it", evidence) { evidence in
          let isThere = !Exposure(of: secret, in: evidence.report).viewers.isEmpty
          return Cell(standard: isThere ? secret.defence(in: evidence.flow) : nil)
        }
      ])
  }

  /// Attacks with a row of their own.
  private static let apart: [(kind: Attempt.Kind?, title: String)] = [
    (.history, "In the browser's history"), (.lateTheft, "After its lifetime"),
  ]

  /// The rows of those attacks, where at least one was made.
  private static func apartRows(on secret: SecretValue, _ evidence: [FlowEvidence]) -> [Row] {
    apart.map { kind, title in
      row(title, evidence) { attempts($0) { $0.secret == secret && $0.kind == kind } }
    }.filter { $0.cells.contains { !$0.items.isEmpty } }
  }

  private static func attempts(
    _ evidence: FlowEvidence, _ isMeant: (Attempt) -> Bool
  ) -> Cell {
    Cell(run: evidence.attempts.filter(isMeant).map(item))
  }

  private static func item(_ attempt: Attempt) -> Item {
    Item(attempt.text, attempt.succeeded ? .works : .refused)
  }

  /// What becomes of a redirect that somebody else brought the browser, with their own code or token.
  static func plantedRedirect(_ evidence: [FlowEvidence]) -> Section {
    Section(
      title: "An attacker's redirect in the user's browser",
      rows: [
        row("What comes of it", evidence) { evidence in
          attempts(evidence) { $0.secret == nil }
        },
        row("What state does", evidence) { Cell(standard: $0.flow.judgment.useOfState) },
      ])
  }

  /// How long the access token lives, what follows it, and whose it is.
  static func outcome(_ evidence: [FlowEvidence]) -> Section {
    Section(
      title: "What one has in the end",
      rows: [
        row("Access token lives", evidence) { evidence in
          Cell(
            run: evidence.output("expires_in").map { ["\(duration($0)) (expires_in \($0))"] } ?? [])
        },
        row("When it ends", evidence) { evidence in
          guard evidence.output("refresh_token") == nil else {
            return Cell(run: ["refresh token: new access and refresh token, without the user"])
          }
          let asksUser = evidence.report.steps.contains {
            $0.heading.number == .authorizationRequest
          }
          return Cell(run: [
            asksUser
              ? "no refresh token: the user is asked again"
              : "no refresh token: the app asks again by itself"
          ])
        },
        row("It stands for", evidence) { evidence in
          Cell(run: [evidence.output("user_id").map { "user \($0)" } ?? "the app itself, no user"])
        },
        row("What it opens", evidence) { evidence in
          Cell(run: [
            evidence.output("scope").map { "what the user granted: \($0)" } ?? "the app's own data"
          ])
        },
        row("The app proves itself by", evidence) { evidence in
          let way = evidence.output("client_authentication")
          return Cell(run: [way ?? "nothing: it never calls the token endpoint"])
        },
      ])
  }

  /// Seconds as a person reads them.
  static func duration(_ text: String) -> String {
    guard let seconds = Int(text), seconds > 0, seconds % 3600 == 0 else {
      return "\(text) seconds"
    }
    let (count, unit) =
      seconds % 86_400 == 0 ? (seconds / 86_400, "day") : (seconds / 3600, "hour")
    return "\(count) \(unit)\(count == 1 ? "" : "s")"
  }

  /// The type's name, with a word of what it is.
  private static func name(_ type: ApplicationType) -> String {
    switch type {
    case .server: "server"
    case .client: "client (on a phone, on a desktop, in a browser)"
    case .personal: "personal (one's own account)"
    }
  }

  /// What no run can show.
  static func recommendations(_ evidence: [FlowEvidence]) -> Section {
    Section(
      title: "Who may use it, and what the standards say",
      rows: [
        row("Application types", evidence) { evidence in
          let types = evidence.flow.applicationTypes.map(name).joined(separator: ", ")
          return Cell(standard: SourcedText(types, evidence.flow.restriction.reference))
        },
        row("RFC 9700", evidence) { Cell(standard: $0.flow.judgment.bestCurrentPractice) },
        row("OAuth 2.1 draft", evidence) { Cell(standard: $0.flow.judgment.draft) },
        row("Use it when", evidence) { Cell(standard: $0.flow.judgment.use) },
        row("In an app that runs in a browser", evidence) {
          Cell(standard: $0.flow.judgment.inBrowser)
        },
      ])
  }
}
