import HTTPMessages
import Vocabulary

/// Which values of a run passed through which channel, read from its messages.
public struct Traffic: Hashable, Sendable {
  /// The values that the browser saw.
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
    if back.contains("Authorization") { back.insert("client_secret") }
    let held = Set(report.steps.flatMap { $0.inputs + $0.outputs }.map(\.name))
    self.front = Self.notable.filter(front.contains)
    self.back = Self.notable.filter(back.contains)
    inside = Self.notable.filter {
      held.contains($0) && !front.contains($0) && !back.contains($0)
    }
  }

  /// Why that matters, a sentence or two a paragraph.
  public var lessons: [String] {
    guard back.contains("code") else {
      return front.contains("code")
        ? ["The app did not exchange the code of this redirect: nothing came of it."]
        : ["The browser saw nothing that opens anything: no code, no verifier, no token."]
    }
    return [
      "What the browser sees, others may see: somebody can steal the code. PKCE stops the thief, who lacks "
        + "the verifier; the browser saw only its fingerprint, the code challenge.",
      "Somebody can also bring the browser a redirect with a code of their own. state stops that one: the "
        + "app did not send it.",
      back.contains("client_secret")
        ? "The client secret tells the server which app is calling. PKCE works without it, with a secret "
          + "that is new each time."
        : "No client secret was needed: the verifier is a secret too, and a new one each time.",
    ] + (back.contains("access_token") ? ["The tokens never passed through the browser."] : [])
  }
}
