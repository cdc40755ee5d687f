import HTTPMessages
import Vocabulary

extension PracticeServer {
  /// Responds to a control request, or returns `nil` for any other request.
  ///
  /// No fault affects it, and no script of another origin can read the response.
  func control(_ exchange: inout PracticeExchange) -> LoggedResponse? {
    guard exchange.path.hasPrefix(ControlEndpoint.prefix) else { return nil }
    let response = exchange.finish(controlResponse(&exchange))
    return LoggedResponse(response: response, summary: exchange.summary, relaxed: [])
  }

  private func controlResponse(_ exchange: inout PracticeExchange) -> HTTPResponse {
    // The proxy at --base-url would give others control.
    guard OwnHosts.isLoopback(exchange.request.url) else {
      exchange.summary = "control rejected: not on loopback"
      return Self.rejection(
        403,
        "Control is limited to this machine, but the request names another host. Send it to 127.0.0.1 and the port "
          + "that practice printed.")
    }
    guard isFromTests(exchange.request) else {
      exchange.summary = "control rejected: the token is missing or wrong"
      return Self.rejection(
        401,
        "The control token is missing or wrong. Send Authorization: Bearer with the token that practice "
          + "printed, or with control_token from the file of --ready-file."
      ).adding([HTTPField("WWW-Authenticate", "Bearer realm=\"practice-control\"")])
    }
    let name = String(exchange.path.dropFirst(ControlEndpoint.prefix.count))
    guard let endpoint = ControlEndpoint(rawValue: name) else {
      exchange.summary = "unknown control path"
      let known = ControlEndpoint.allCases.map { ControlEndpoint.prefix + $0.rawValue }
      return Self.rejection(
        404,
        "Unknown control path. The paths are \(known.joined(separator: ", ")).")
    }
    guard exchange.request.method == "POST" else {
      exchange.summary = "method not allowed"
      return Self.rejection(
        405, "Control accepts POST, not \(exchange.request.method.prefix(20))."
      ).adding([HTTPField("Allow", "POST")])
    }
    do {
      let body = try ControlBody(exchange.request.body, knows: endpoint.names)
      try apply(endpoint, body)
      exchange.summary = "control: \(endpoint.rawValue)"
      return .json(200, controlText)
    } catch {
      exchange.summary = "control rejected: \(error.sentence)"
      return Self.rejection(400, error.sentence)
    }
  }

  /// Whether the request has the control token in Authorization (RFC 6750 §2.1).
  private func isFromTests(_ request: HTTPRequest) -> Bool {
    guard let token = configuration.controlToken,
      let words = request.fields.value(of: "Authorization")?.split(separator: " "),
      words.count == 2, words[0].lowercased() == "bearer"
    else { return false }
    return isEqualInConstantTime(Array(words[1].utf8), Array(token.utf8))
  }

  private func apply(_ endpoint: ControlEndpoint, _ body: ControlBody) throws(ControlError) {
    switch endpoint {
    case .reset: try reset(body)
    case .faults: try changeFaults(body)
    case .clock: try moveClock(body)
    case .users: try changeUsers(body)
    }
  }

  private static func rejection(_ status: Int, _ sentence: String) -> HTTPResponse {
    .json(status, .object([.init("error", .string(sentence))]))
  }

  /// The current state of everything that control can change.
  private var controlText: JSONText {
    let entries = faults.entries.map { entry in
      JSONText.object([
        .init("fault", .string(entry.fault.rawValue)),
        .init("endpoint", .string(orNull: entry.endpoint)),
        .init("times", entry.times.map(JSONText.number) ?? .null),
      ])
    }
    return .object([
      .init("now", .number(Int(now()))),
      .init("clock_ahead", .number(Int(controlled.clockOffset))),
      .init("faults", .array(entries)),
      .init("users", .array(configuration.users.map(ControlUsers.text))),
      .init("signed_in", .string(configuration.defaultUser.identifier)),
      .init("decision", decisionText),
    ])
  }

  private var decisionText: JSONText {
    switch controlled.decision {
    case nil: .string(configuration.autoApproves ? "allow" : "ask")
    case .ask: .string("ask")
    case .allow: .string("allow")
    case .deny: .string("deny")
    case .scopes(let names): .array(names.map(JSONText.string))
    }
  }
}
