import HTTPMessages
import PracticeServer
import Runs
import Transcript
import Vocabulary

/// What the practice server says: at its start, of its rules, and of each request.
enum PracticeText {
  /// Where it listens, whom it knows and what to try first.
  static func start(
    _ configuration: PracticeConfiguration, listeningOn authority: String, isExposed: Bool,
    _ style: TextStyle
  ) -> String {
    var lines = [style.heading("Practice server on \(configuration.baseURL)")]
    if configuration.baseURL != "http://\(authority)" {
      lines += style.wrap(
        "It listens on http://\(authority), where the proxy has to send what it gets.",
        indentation: 0)
    }
    lines += style.wrap("Ctrl-C stops it. Every secret here is fake.", indentation: 0) + [""]
    lines += [style.heading("Endpoints")] + endpoints(configuration.baseURL)
    lines += ["", style.heading("Clients")] + configuration.clients.flatMap(client)
    lines +=
      PracticeClient.remark(on: configuration.clients).map {
        style.wrap($0, indentation: 2)
      } ?? []
    lines += style.wrap(
      "To register another redirect URI for every client: practice --redirect-uri URI",
      indentation: 2)
    lines += ["", style.heading("Users")] + users(configuration)
    lines += control(configuration, style)
    lines += [""] + PracticeSwitches(configuration, style).lines(isExposed: isExposed)
    lines += ["", style.heading("First thing to try")] + firstTry(configuration.baseURL, style)
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

  /// How tests control the server; nothing if they cannot.
  private static func control(_ configuration: PracticeConfiguration, _ style: TextStyle)
    -> [String]
  {
    guard let token = configuration.controlToken else { return [] }
    let paths = PracticeServer.controlPaths.map { "  POST       \(configuration.baseURL)\($0)" }
    return ["", style.heading("Control, on this machine only")] + paths
      + ["  Authorization: Bearer \(token)"]
      + style.wrap(
        "JSON in, JSON out. workbench help practice-control documents each request.", indentation: 2
      )
  }

  /// The two requests of a flow with the guide's own verifier and challenge.
  private static func firstTry(_ base: String, _ style: TextStyle) -> [String] {
    let address = base + FirstTry.target
    let form = """
      grant_type=authorization_code&client_id=\(FirstTry.client)&code=CODE\
      &code_verifier=\(Defaults.dryRun.verifier ?? "")&redirect_uri=\(FirstTry.encodedRedirectURI)
      """
    let opening = """
      Open this in a browser and allow something. The browser will say that it cannot connect: \
      nothing listens at the redirect URI yet. The code stands in the address bar.
      """
    var lines = style.wrap(opening, indentation: 2) + ["    \(address)"]
    lines += style.wrap("Exchange the code for tokens:", indentation: 2)
    lines.append("    curl --data-raw '\(form)' \(base)\(PracticePath.token)")
    return lines
  }

  /// One exchange on one line.
  static func line(_ exchange: PracticeHandler.Exchange) -> String {
    let request = exchange.request
    let relaxed = exchange.answer.relaxed.map(\.rawValue).joined(separator: ", ")
    let note = relaxed.isEmpty ? "" : " (allowed, since off: \(relaxed))"
    let summary = exchange.answer.summary.isEmpty ? "" : " \(exchange.answer.summary)"
    // A request that could not be read may have no method: then what came is shown.
    let start =
      request.method.isEmpty
      ? "- \(request.url.prefix(100))"
      : "\(request.method) \(URLParts(request.url).path.prefix(100))"
    let line = Harmless.line(
      "\(UTCTime(secondsSince1970: exchange.at).clock) \(start) "
        + "\(exchange.answer.response.status)\(summary)\(note)")
    return ([line] + (exchange.answer.cause.map { ["         " + Harmless.line($0)] } ?? []))
      .joined(separator: "\n")
  }

  /// One exchange whole, secrets included: they are fake.
  static func json(_ exchange: PracticeHandler.Exchange) -> JSONText {
    let (request, response) = (exchange.request, exchange.answer.response)
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
      .init("summary", .string(exchange.answer.summary)),
      .init("cause", exchange.answer.cause.map { .string($0) } ?? .null),
      .init("relaxed", .array(exchange.answer.relaxed.map { .string($0.rawValue) })),
    ])
  }
}
