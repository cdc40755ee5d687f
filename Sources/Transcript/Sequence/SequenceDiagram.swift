import HTTPMessages
import Vocabulary

/// The sequence diagram of a run as data, for Mermaid and for the drawing.
///
/// Names and texts are unchanged: the renderer makes them harmless.
public struct SequenceDiagram: Hashable, Sendable {
  /// The name of the server, for a heading.
  public let server: String
  /// The participants from left to right.
  public let participants: [SequenceParticipant]
  /// The events in order.
  public let events: [SequenceEvent]

  /// The most values shown of an arrow; a hostile response may have thousands.
  static let valueLimit = 24

  /// Creates the diagram of a run from its messages.
  public init(_ report: Report) {
    server = report.subject.serverTitle
    let hasBrowser = report.subject.flow.steps.contains(.authorizationRequest)
    participants = hasBrowser ? [.client, .browser, .server] : [.client, .server]
    let front = Set(Traffic(report).front)
    var events: [SequenceEvent] = []
    for step in report.steps {
      let isLast = step.heading.number == report.failure?.step
      if let decision = Self.decision(before: step, in: report) { events.append(.note(decision)) }
      let arrows = Self.events(of: step, seenByBrowser: front, failed: isLast)
      // The sender of such a redirect may not have been the server.
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

  /// Returns the name of a participant.
  public func name(of participant: SequenceParticipant) -> String {
    guard participant == .server else { return participant.rawValue }
    return server.hasSuffix("server") ? server : "\(server), authorization server"
  }

  /// Returns a text for the drawing and its words: harmless, and limited in length.
  static func shown(_ text: String) -> String {
    MonospaceText.beginning(of: Harmless.line(text), room: text.contains(" ") ? 240 : 40)
  }

  private static func events(
    of step: StepReport, seenByBrowser front: Set<String>, failed: Bool
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
      text: failed ? "failed" : "code_verifier (kept), code_challenge")
    return [.note(note)]
  }

  /// Returns the user's decision before a redirect, or `nil` for another message.
  ///
  /// A rejected redirect may come from anyone and shows no decision.
  private static func decision(before step: StepReport, in report: Report) -> SequenceNote? {
    guard case .redirect = step.received?.message else { return nil }
    let isLive = report.subject.mode == .live
    let signsIn = isLive ? "The user signs in, if necessary," : "The user signs in"
    if report.failure?.step != step.heading.number {
      return SequenceNote(
        title: "\(signsIn) and grants access", text: "", at: [.browser, .server])
    }
    guard report.failure?.reason == StepFailure.Reason.accessDenied.rawValue else { return nil }
    // RFC 6749 §4.1.2.1: the server may deny the request, too.
    return SequenceNote(
      title: isLive ? "The user, or the server, denies access" : "\(signsIn) and denies access",
      text: "", at: [.browser, .server])
  }

  /// Whether a redirect failed the checks that identify the server's own redirect.
  private static func isOfUnknownOrigin(_ failure: FailureReport?) -> Bool {
    [StepFailure.Reason.stateMissing, .stateMismatch, .issuerMismatch, .issuerMissing]
      .contains { $0.rawValue == failure?.reason }
  }

  private static func arrows(
    of request: HTTPRequest, _ number: StepNumber, seenByBrowser front: Set<String>
  ) -> [SequenceArrow] {
    let path = URLParts(request.url).path
    // This is the only header field that OAuth defines.
    let shown = MessagePart.parts(of: request, origin: .computed).filter { part in
      part.name == "Authorization" || !request.fields.contains { $0.name == part.name }
    }
    let values = values(shown, seenByBrowser: front)
    guard request.usesFrontChannel else {
      return [SequenceArrow(.client, .server, step: number, "\(request.method) \(path)", values)]
    }
    return [
      SequenceArrow(.client, .browser, step: number, "open the authorization request", nil),
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
        SequenceArrow(.browser, .client, step: number, path, values),
      ]
    case .response(let response):
      let members = step.outputs.filter { $0.seenBy != nil }
      return [
        SequenceArrow(
          .server, .client, step: number, "status \(response.status)",
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

  /// Returns the values of a redirect, all of which the browser can see.
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
