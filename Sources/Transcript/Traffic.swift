import HTTPMessages
import Vocabulary

/// The channels that the values of a run passed through, read from its messages.
public struct Traffic: Hashable, Sendable {
  /// Whether the server does not document that it checks the code verifier.
  let mayIgnorePKCE: Bool
  /// The names of the values that were in a URL of the browser.
  public let front: [String]
  /// The names of the values sent directly between client and server.
  public let back: [String]
  /// The names of the values that stayed in the client.
  public let inside: [String]

  /// The names of the values to list, in the order in which they appear.
  static let notable = [
    "client_id", "redirect_uri", "scope", "state", "code_challenge", "code", "code_verifier",
    "client_secret", "access_token", "refresh_token",
  ]

  /// Creates the traffic of a run from its messages.
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
      // The outputs with an audience are members of the body; the others are computed.
      case .response: back.formUnion(step.outputs.filter { $0.seenBy != nil }.map(\.name))
      case nil: break
      }
    }
    mayIgnorePKCE = report.subject.mayIgnorePKCE
    // HTTP Basic authentication sends both (RFC 6749 §2.3.1).
    if back.contains("Authorization") { back.formUnion(["client_id", "client_secret"]) }
    let held = Set(report.steps.flatMap { $0.inputs + $0.outputs }.map(\.name))
    self.front = Self.notable.filter(front.contains)
    self.back = Self.notable.filter(back.contains)
    inside = Self.notable.filter {
      held.contains($0) && !front.contains($0) && !back.contains($0)
    }
  }

  /// A channel, and the values that passed through it.
  struct Channel {
    /// The channel, and the parties that can read it.
    let title: String
    /// The color and mark of its values, or `nil` if they were not sent.
    let visibility: SequenceValue.Visibility?
    let names: [String]
  }

  /// The channels that the run used; none is empty.
  var channels: [Channel] {
    let all = [
      Channel(
        title: "In a URL: the browser and its history can read it", visibility: .browser,
        names: front),
      Channel(
        title: "In a direct message: only the client and the server can read it",
        visibility: .direct,
        names: back),
      Channel(title: "Not sent: it stayed in the client", visibility: nil, names: inside),
    ]
    return all.filter { !$0.names.isEmpty }
  }

  /// Values that passed through the same channels.
  struct Row {
    let names: [String]
    let isInURL: Bool
    let isDirect: Bool
  }

  /// The values in their usual order, grouped by their channels.
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
