import HTTPMessages
import Vocabulary

extension PracticeServer {
  /// The answer to a request of tests; `nil` for any other request.
  ///
  /// No fault strikes here, and no script of another origin can read it.
  func control(_ exchange: inout PracticeExchange) -> Answer? {
    guard exchange.path.hasPrefix(ControlEndpoint.prefix) else { return nil }
    let response = exchange.finish(controlResponse(&exchange))
    return Answer(response: response, summary: exchange.summary, relaxed: [])
  }

  private func controlResponse(_ exchange: inout PracticeExchange) -> HTTPResponse {
    // A proxy that --base-url names would pass control on to others.
    guard OwnHosts.isLoopback(exchange.request.url) else {
      exchange.summary = "control refused: not on loopback"
      return Self.rejection(
        403,
        "Control answers on this machine only, and the request names another host: send it to 127.0.0.1 and the port "
          + "that practice printed.")
    }
    guard isFromTests(exchange.request) else {
      exchange.summary = "control refused: the token is missing or wrong"
      return Self.rejection(
        401,
        "Control needs Authorization: Bearer with the token that practice printed, and another value "
          + "or none came: copy the token, or read control_token in the file of --ready-file."
      ).adding([HTTPField("WWW-Authenticate", "Bearer realm=\"practice-control\"")])
    }
    let name = String(exchange.path.dropFirst(ControlEndpoint.prefix.count))
    guard let endpoint = ControlEndpoint(rawValue: name) else {
      exchange.summary = "no such control"
      let known = ControlEndpoint.allCases.map { ControlEndpoint.prefix + $0.rawValue }
      return Self.rejection(
        404,
        "Control is at \(known.joined(separator: ", ")), and another path came: correct the path.")
    }
    guard exchange.request.method == "POST" else {
      exchange.summary = "method not allowed"
      return Self.rejection(
        405, "Control takes POST, and \(exchange.request.method.prefix(20)) came: send POST."
      ).adding([HTTPField("Allow", "POST")])
    }
    do {
      let body = try ControlBody(exchange.request.body, knows: endpoint.names)
      try apply(endpoint, body)
      exchange.summary = "control: \(endpoint.rawValue)"
      return .json(200, controlText)
    } catch {
      exchange.summary = "control refused: \(error.sentence)"
      return Self.rejection(400, error.sentence)
    }
  }

  /// RFC 6750 §2.1: the token is in the header.
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

  /// What control can change, as it now is.
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
      .init("signed_in", .string(configuration.usualUser.identifier)),
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
