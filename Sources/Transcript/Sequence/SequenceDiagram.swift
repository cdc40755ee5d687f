import HTTPMessages
import Vocabulary

/// Which arrows a run has, as data: the one place that says so, for Mermaid and for the drawing.
///
/// Names and texts are as they came: whoever shows them makes them harmless.
public struct SequenceDiagram: Hashable, Sendable {
  /// The name of the server.
  public let server: String
  /// Who takes part, from left to right.
  public let participants: [SequenceParticipant]
  /// What happens, in order.
  public let events: [SequenceEvent]

  /// How many values of an arrow are shown; a hostile answer may have thousands.
  static let valueLimit = 24

  /// Reads the messages of a run.
  public init(_ report: Report) {
    server = report.subject.serverTitle
    let hasBrowser = report.subject.flow.steps.contains(.authorizationRequest)
    participants = hasBrowser ? [.app, .browser, .server] : [.app, .server]
    let front = Set(Traffic(report).front)
    var events: [SequenceEvent] = []
    for step in report.steps {
      let isLast = step.heading.number == report.failure?.step
      if let decision = Self.decision(before: step, in: report) { events.append(.note(decision)) }
      let arrows = Self.events(of: step, seenByBrowser: front, stopped: isLast)
      // Whoever sent the browser, it need not have been the server.
      events +=
        isLast && Self.isOfUnknownOrigin(report.failure) ? Array(arrows.dropFirst()) : arrows
    }
    if let failure = report.failure {
      let note = SequenceNote(
        title: failure.title.lowercased(), text: failure.message, isEnd: true)
      events.append(.note(note))
    }
    self.events = events
  }

  /// What a participant is called.
  public func name(of participant: SequenceParticipant) -> String {
    guard participant == .server else { return participant.rawValue }
    return server.hasSuffix("server") ? server : "\(server), authorization server"
  }

  /// A text as the drawing and its words show it: harmless, and not endless.
  static func shown(_ text: String) -> String {
    MonospaceText.beginning(of: Harmless.line(text), room: text.contains(" ") ? 240 : 40)
  }

  private static func events(
    of step: StepReport, seenByBrowser front: Set<String>, stopped: Bool
  ) -> [SequenceEvent] {
    let number = step.heading.number
    if let request = step.sends {
      return arrows(of: request, number, seenByBrowser: front).map(SequenceEvent.arrow)
    }
    if let received = step.received {
      return arrows(of: received, step, seenByBrowser: front).map(SequenceEvent.arrow)
    }
    let note = SequenceNote(
      title: "\(number) \(step.heading.title)",
      text: stopped ? "stopped" : "code_verifier (kept), code_challenge")
    return [.note(note)]
  }

  /// The user's decision, which a redirect brings; `nil` for a message of another kind.
  ///
  /// A redirect that the client rejects may come from anyone, and tells nothing of the user.
  private static func decision(before step: StepReport, in report: Report) -> SequenceNote? {
    guard case .redirect = step.received?.message else { return nil }
    let isLive = report.subject.mode == .live
    let signsIn = isLive ? "The user signs in, if necessary," : "The user signs in"
    if report.failure?.step != step.heading.number {
      return SequenceNote(
        title: "\(signsIn) and grants access", text: "", at: [.browser, .server])
    }
    guard report.failure?.reason == StepFailure.Reason.accessDenied.rawValue else { return nil }
    // RFC 6749 §4.1.2.1: a server may deny by itself.
    return SequenceNote(
      title: isLive ? "The user, or the server, denies access" : "\(signsIn) and denies access",
      text: "", at: [.browser, .server])
  }

  /// Whether a redirect failed the checks that tell the server's own redirect from another.
  private static func isOfUnknownOrigin(_ failure: FailureReport?) -> Bool {
    [StepFailure.Reason.stateMissing, .stateMismatch, .issuerMismatch, .issuerMissing]
      .contains { $0.rawValue == failure?.reason }
  }

  private static func arrows(
    of request: HTTPRequest, _ number: StepNumber, seenByBrowser front: Set<String>
  ) -> [SequenceArrow] {
    let path = URLParts(request.url).path
    // Of the header fields only this one belongs to OAuth.
    let shown = MessagePart.parts(of: request, origin: .computed).filter { part in
      part.name == "Authorization" || !request.fields.contains { $0.name == part.name }
    }
    let values = values(shown, seenByBrowser: front)
    guard request.usesFrontChannel else {
      return [SequenceArrow(.app, .server, step: number, "\(request.method) \(path)", values)]
    }
    return [
      SequenceArrow(.app, .browser, step: number, "open the authorization request", nil),
      SequenceArrow(.browser, .server, "GET \(path)", values),
    ]
  }

  private static func arrows(
    of received: ReceivedReport, _ step: StepReport, seenByBrowser front: Set<String>
  ) -> [SequenceArrow] {
    let number = step.heading.number
    switch received.message {
    case .redirect(let redirect):
      let values = values(of: redirect)
      let status = redirect.status.map { "\($0) " } ?? ""
      let path = URLParts(redirect.url).path
      return [
        SequenceArrow(.server, .browser, "\(status)redirect", values, isReply: true),
        SequenceArrow(.browser, .app, step: number, path, values),
      ]
    case .response(let response):
      let members = step.outputs.filter { $0.seenBy != nil }
      return [
        SequenceArrow(
          .server, .app, step: number, "status \(response.status)",
          values(members, seenByBrowser: front), isReply: true)
      ]
    }
  }

  private static func values(
    _ parameters: [Parameter], seenByBrowser front: Set<String>
  ) -> [SequenceValue] {
    parameters.map { parameter in
      SequenceValue(
        name: parameter.name, secrecy: .init(of: parameter, seenByBrowser: front),
        isInFragment: false)
    }
  }

  /// What stands in an address is seen by the browser, whatever it is.
  private static func values(of redirect: Redirect) -> [SequenceValue] {
    func value(_ name: String, isInFragment: Bool) -> SequenceValue {
      let place: Place = isInFragment ? .implicitResponse : .authorizationResponse
      let part = Parameter(name, "", in: place, origin: .computed)
      return SequenceValue(
        name: name, secrecy: part.isSecret ? .browser : nil, isInFragment: isInFragment)
    }
    let query = (try? Form(decoding: redirect.parts.query ?? ""))?.pairs ?? []
    let fragment = redirect.fragmentPairs.filter { $0.name != "#fragment" }
    return query.map { value($0.name, isInFragment: false) }
      + fragment.map { value($0.name, isInFragment: true) }
  }
}
