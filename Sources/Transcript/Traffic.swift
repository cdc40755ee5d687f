import HTTPMessages
import Vocabulary

/// Which values of a run passed through which channel, read from its messages.
public struct Traffic: Hashable, Sendable {
  /// Whether the server does not say that it checks a code verifier.
  let mayIgnorePKCE: Bool
  /// The values that were in a URL of the browser.
  public let front: [String]
  /// The values that went directly between app and server.
  public let back: [String]
  /// The values of the app that went nowhere.
  public let inside: [String]

  /// The values whose way is worth knowing, in the order in which they come up.
  static let notable = [
    "client_id", "redirect_uri", "scope", "state", "code_challenge", "code", "code_verifier",
    "client_secret", "access_token", "refresh_token",
  ]

  /// Reads the messages of a run.
  public init(_ report: Report) {
    var front: Set<String> = []
    var back: Set<String> = []
    for step in report.steps {
      if let request = step.sends {
        let names = MessagePart.parts(of: request, origin: .computed).map(\.name)
        if request.usesFrontChannel { front.formUnion(names) } else { back.formUnion(names) }
      }
      switch step.received?.message {
      case .redirect: front.formUnion(step.received.map(MessagePart.parts)?.map(\.name) ?? [])
      // The members of the body are the outputs that somebody saw; computed ones nobody did.
      case .response: back.formUnion(step.outputs.filter { $0.seenBy != nil }.map(\.name))
      case nil: break
      }
    }
    mayIgnorePKCE = report.subject.mayIgnorePKCE
    // A Basic header holds both: RFC 6749 §2.3.1.
    if back.contains("Authorization") { back.formUnion(["client_id", "client_secret"]) }
    let held = Set(report.steps.flatMap { $0.inputs + $0.outputs }.map(\.name))
    self.front = Self.notable.filter(front.contains)
    self.back = Self.notable.filter(back.contains)
    inside = Self.notable.filter {
      held.contains($0) && !front.contains($0) && !back.contains($0)
    }
  }

  /// A way that values took.
  struct Way {
    /// What the way means.
    let title: String
    /// The color and the mark of its values; `nil` for those that were not sent.
    let visibility: SequenceValue.Visibility?
    let names: [String]
  }

  /// The ways that values took in the run.
  var ways: [Way] {
    let all = [
      Way(
        title: "In a URL: the browser and its history can read it", visibility: .browser,
        names: front),
      Way(
        title: "In a direct message: only the client and the server can read it",
        visibility: .direct,
        names: back),
      Way(title: "Not sent: it stayed in the client", visibility: nil, names: inside),
    ]
    return all.filter { !$0.names.isEmpty }
  }

  /// Values that took the same ways.
  struct Row {
    let names: [String]
    let isInURL: Bool
    let isDirect: Bool
  }

  /// The values in their usual order, those with the same ways together.
  var rows: [Row] {
    var rows: [Row] = []
    for name in Self.notable where (front + back + inside).contains(name) {
      let row = Row(
        names: [name], isInURL: front.contains(name), isDirect: back.contains(name))
      if let index = rows.firstIndex(where: {
        $0.isInURL == row.isInURL && $0.isDirect == row.isDirect
      }) {
        rows[index] = Row(
          names: rows[index].names + row.names, isInURL: row.isInURL, isDirect: row.isDirect)
      } else {
        rows.append(row)
      }
    }
    return rows
  }
}
