import Vocabulary

extension Comparison {
  /// Returns the parties that can see a value, its use for an attacker, and its protection.
  static func section(on secret: SecretValue, _ evidence: [FlowEvidence]) -> Section {
    Section(
      title: secret.title,
      rows: [
        row("Who can see it", evidence) { evidence in
          Cell(
            run: Exposure(of: secret, in: evidence.report).viewers.map { viewer in
              Item(viewer.text, viewer.isUninvited ? .exposed : .direct)
            })
        },
        row("What an attacker can do with it", evidence) { evidence in
          attempts(evidence) { $0.secret == secret && !apart.map(\.kind).contains($0.kind) }
        },
      ] + apartRows(on: secret, evidence) + [
        row("What protects it", evidence) { evidence in
          let isThere = !Exposure(of: secret, in: evidence.report).viewers.isEmpty
          return Cell(standard: isThere ? secret.protection(in: evidence.flow) : nil)
        }
      ])
  }

  /// Attacks that have their own rows.
  private static let apart: [(kind: Attempt.Kind?, title: String)] = [
    (.history, "In the browser's history"), (.lateTheft, "After it has expired"),
  ]

  /// Returns the rows of those attacks; a row without an attempt is omitted.
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
    Item(attempt.text, attempt.succeeded ? .works : .rejected)
  }

  /// Returns the result of a planted redirect with the attacker's own code or token.
  static func plantedRedirect(_ evidence: [FlowEvidence]) -> Section {
    Section(
      title: "Planted redirect",
      rows: [
        row("Result", evidence) { evidence in
          attempts(evidence) { $0.secret == nil }
        },
        row("What state does", evidence) { Cell(standard: $0.flow.judgment.useOfState) },
      ])
  }

  /// Returns the token's lifetime, its successor, its owner, and the client's authentication.
  static func outcome(_ evidence: [FlowEvidence]) -> Section {
    Section(
      title: "What you end up with",
      rows: [
        row("Access token lifetime", evidence) { evidence in
          Cell(
            run: evidence.output("expires_in").map { ["\(duration($0)) (expires_in \($0))"] } ?? [])
        },
        row("When it expires", evidence) { evidence in
          guard evidence.output("refresh_token") == nil else {
            return Cell(run: ["the refresh token gets new tokens without the user"])
          }
          let asksUser = evidence.report.steps.contains {
            $0.heading.number == .authorizationRequest
          }
          return Cell(run: [
            asksUser
              ? "no refresh token: the user must authorize again"
              : "no refresh token: the client requests a new token"
          ])
        },
        row("It represents", evidence) { evidence in
          Cell(run: [
            evidence.output("user_id").map { "user \($0)" } ?? "the client itself, no user"
          ])
        },
        row("It gives access to", evidence) { evidence in
          Cell(run: [
            evidence.output("scope").map { "the granted scopes: \($0)" } ?? "the client's own data"
          ])
        },
        row("Client authentication", evidence) { evidence in
          let method = evidence.output("client_authentication")
          return Cell(run: [method ?? "none: it never calls the token endpoint"])
        },
      ])
  }

  /// Returns a number of seconds in hours or days if it is a whole number of them.
  static func duration(_ text: String) -> String {
    guard let seconds = Int(text), seconds > 0, seconds % 3600 == 0 else {
      return "\(text) seconds"
    }
    let (count, unit) =
      seconds % 86_400 == 0 ? (seconds / 86_400, "day") : (seconds / 3600, "hour")
    return "\(count) \(unit)\(count == 1 ? "" : "s")"
  }

  /// Returns the name of a type, with an explanation.
  private static func name(_ type: ApplicationType) -> String {
    switch type {
    case .server: "server"
    case .client: "client (on a phone, on a desktop, in a browser)"
    case .personal: "personal (your own account)"
    }
  }

  /// Returns the recommendations of the specifications, which no run can show.
  static func recommendations(_ evidence: [FlowEvidence]) -> Section {
    Section(
      title: "Who may use it, and what the specifications say",
      rows: [
        row("Application types", evidence) { evidence in
          let types = evidence.flow.applicationTypes.map(name).joined(separator: ", ")
          return Cell(standard: SourcedText(types, evidence.flow.restriction.reference))
        },
        row("RFC 9700", evidence) { Cell(standard: $0.flow.judgment.bestCurrentPractice) },
        row("OAuth 2.1 draft", evidence) { Cell(standard: $0.flow.judgment.draft) },
        row("Use it when", evidence) { Cell(standard: $0.flow.judgment.use) },
        row("In a client that runs in a browser", evidence) {
          Cell(standard: $0.flow.judgment.inBrowser)
        },
      ])
  }
}
