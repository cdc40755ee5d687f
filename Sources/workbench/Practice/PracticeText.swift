import HTTPMessages
import PracticeServer
import Runs
import Transcript
import Vocabulary

/// The output of `practice`: the screen at its start, and the log.
enum PracticeText {
  /// Returns the first screen: endpoints, clients, users, settings, and a first flow.
  static func start(
    _ configuration: PracticeConfiguration, listeningOn authority: String, isExposed: Bool,
    _ style: TextStyle
  ) -> String {
    var lines = [style.heading("Practice server on \(configuration.baseURL)")]
    if configuration.baseURL != "http://\(authority)" {
      lines += style.wrap(
        "It listens on http://\(authority), to which the proxy must forward requests.",
        indentation: 0)
    }
    lines +=
      style.wrap(
        "To stop the server, press Ctrl-C. Every secret here is fake.", indentation: 0) + [""]
    lines += [style.heading("Endpoints")] + endpoints(configuration.baseURL)
    lines += ["", style.heading("Clients")] + configuration.clients.flatMap(client)
    lines +=
      PracticeClient.remark(on: configuration.clients).map {
        style.wrap($0, indentation: 2)
      } ?? []
    lines += style.wrap(
      "To register another redirect URI for every client, add --redirect-uri URI.",
      indentation: 2)
    lines += ["", style.heading("Users")] + users(configuration)
    lines += control(configuration, style)
    lines += [""] + PracticeSwitches(configuration, style).lines(isExposed: isExposed)
    lines += ["", style.heading("Try this first")] + firstTry(configuration.baseURL, style)
    lines += ["", style.heading("Requests")]
    return lines.map { $0 + "\n" }.joined()
  }

  private static func endpoints(_ base: String) -> [String] {
    [
      "  authorize  \(base)\(PracticePath.authorize)",
      "  token      \(base)\(PracticePath.token)",
      "  revoke     \(base)\(PracticePath.revoke)",
      "  introspect \(base)\(PracticePath.introspect)",
      "  profile    \(base)\(PracticePath.profile)",
      "  metadata   \(base)\(PracticePath.metadata)",
    ]
  }

  private static func client(_ client: PracticeClient) -> [String] {
    var lines = ["  \(client.identifier)  \(client.applicationType.rawValue)"]
    if let secret = client.secret {
      lines.append("    client_secret \(secret.value)" + (client.isPublic ? " (optional)" : ""))
    }
    return lines + client.redirectURIs.map { "    redirect_uri  \($0)" }
  }

  private static func users(_ configuration: PracticeConfiguration) -> [String] {
    configuration.users.map { user in
      "  \(user.identifier)  \(user.name)"
        + (user.identifier == configuration.signedIn ? ", signed in" : "")
    }
  }

  /// Returns the paths and the token for tests, or nothing without `--control`.
  private static func control(_ configuration: PracticeConfiguration, _ style: TextStyle)
    -> [String]
  {
    guard let token = configuration.controlToken else { return [] }
    let paths = PracticeServer.controlPaths.map { "  POST       \(configuration.baseURL)\($0)" }
    return ["", style.heading("Control, on this machine only")] + paths
      + ["  Authorization: Bearer \(token)"]
      + style.wrap(
        "JSON in, JSON out. See workbench help practice-control.", indentation: 2)
  }

  /// Returns the two requests of a flow, with the verifier and challenge of Fitbit's guide.
  private static func firstTry(_ base: String, _ style: TextStyle) -> [String] {
    let url = base + FirstTry.target
    let form = """
      grant_type=authorization_code&client_id=\(FirstTry.client)&code=CODE\
      &code_verifier=\(Defaults.dryRun.verifier ?? "")&redirect_uri=\(FirstTry.encodedRedirectURI)
      """
    let opening = """
      Open this URL in a browser, select a scope, and press Allow. The browser then cannot connect, because \
      nothing listens at the redirect URI yet. The code is in the address bar.
      """
    var lines = style.wrap(opening, indentation: 2) + ["    \(url)"]
    lines += style.wrap("Exchange the code for tokens:", indentation: 2)
    lines.append("    curl --data-raw '\(form)' \(base)\(PracticePath.token)")
    return lines
  }

  /// Returns the log line of one exchange, and below it the cause of a rejection.
  static func line(_ exchange: PracticeHandler.Exchange) -> String {
    let request = exchange.request
    let relaxed = exchange.logged.relaxed.map(\.rawValue).joined(separator: ", ")
    let note = relaxed.isEmpty ? "" : " (accepted, because off: \(relaxed))"
    let summary = exchange.logged.summary.isEmpty ? "" : " \(exchange.logged.summary)"
    // An unreadable request may have no method: show the received text instead.
    let start =
      request.method.isEmpty
      ? "- \(request.url.prefix(100))"
      : "\(request.method) \(URLParts(request.url).path.prefix(100))"
    let line = Harmless.line(
      "\(UTCTime(secondsSince1970: exchange.at).clock) \(start) "
        + "\(exchange.logged.response.status)\(summary)\(note)")
    return ([line] + (exchange.logged.cause.map { ["         " + Harmless.line($0)] } ?? []))
      .joined(separator: "\n")
  }

  /// Returns one exchange in full, secrets included, because they are fake.
  static func json(_ exchange: PracticeHandler.Exchange) -> JSONText {
    let (request, response) = (exchange.request, exchange.logged.response)
    func fields(_ fields: [HTTPField]) -> JSONText {
      .array(
        fields.map {
          .object([.init("name", .string($0.name)), .init("value", .string($0.value))])
        })
    }
    return .object([
      .init("time", .number(Int(exchange.at))), .init("method", .string(request.method)),
      .init("url", .string(request.url)), .init("fields", fields(request.fields)),
      .init("body", .string(String(decoding: request.body, as: UTF8.self))),
      .init("status", .number(response.status)), .init("answerFields", fields(response.fields)),
      .init("answerBody", .string(String(decoding: response.body, as: UTF8.self))),
      .init("summary", .string(exchange.logged.summary)),
      .init("cause", exchange.logged.cause.map { .string($0) } ?? .null),
      .init("relaxed", .array(exchange.logged.relaxed.map { .string($0.rawValue) })),
    ])
  }
}
