import HTTPMessages
import PracticeServer
import Transcript
import Vocabulary

/// What the practice server says: at its start, of its rules, and of each request.
enum PracticeText {
  /// Where it listens, whom it knows and what to try first.
  static func start(
    _ configuration: PracticeConfiguration, isExposed: Bool, _ style: TextStyle
  ) -> String {
    let base = configuration.baseURL
    let clients = configuration.clients.flatMap { client in
      ["  \(client.identifier)  \(client.applicationType.rawValue)"]
        + [
          client.secret.map {
            "    client_secret \($0.value)" + (client.isPublic ? " (optional)" : "")
          }
        ].compactMap { $0 }
        + client.redirectURIs.map { "    redirect_uri  \($0)" }
    }
    let verifier = Standards.dryRun.verifier ?? ""
    let request =
      "\(base)/oauth2/authorize?response_type=code&client_id=CLI001"
      + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A8089%2Fcallback&scope=activity%20profile&state=my-own-state"
      + "&code_challenge=-4cf-Mzo_qg9-uq0F4QwWhRh4AjcAqNx7SbYVsdmyQM&code_challenge_method=S256"
    let lines =
      [
        style.heading("Practice server on \(base)"), "Ctrl-C stops it. Every secret here is fake.",
        "",
      ]
      + [style.heading("Endpoints"), "  authorize  \(base)/oauth2/authorize"]
      + ["  token      \(base)/oauth2/token", "  revoke     \(base)/oauth2/revoke"]
      + [
        "  introspect \(base)/1.1/oauth2/introspect", "  profile    \(base)/1/user/-/profile.json",
      ]
      + ["  metadata   \(base)/.well-known/oauth-authorization-server", ""]
      + [style.heading("Clients")] + clients + switches(configuration, isExposed: isExposed, style)
      + ["", style.heading("First thing to try")]
      + style.wrap(
        "Open this in a browser and allow something. The browser will say that it cannot connect: "
          + "nothing listens at the redirect URI yet. The code stands in the address bar.",
        indentation: 2)
      + ["    \(request)"]
      + style.wrap("Exchange the code for tokens:", indentation: 2)
      + [
        "    curl --data-raw 'grant_type=authorization_code&client_id=CLI001&code=CODE&code_verifier="
          + "\(verifier)&redirect_uri=http%3A%2F%2F127.0.0.1%3A8089%2Fcallback' \(base)/oauth2/token"
      ]
      + ["", style.heading("Requests")]
    return lines.map { $0 + "\n" }.joined()
  }

  /// What is not as it should be, said loudly.
  private static func switches(
    _ configuration: PracticeConfiguration, isExposed: Bool, _ style: TextStyle
  ) -> [String] {
    let off = Rule.allCases.filter(configuration.rulesOff.contains)
    let rules = off.flatMap { rule in
      style.wrap("Rule \(rule.rawValue) is off: nothing stops \(rule.stops).", indentation: 2)
    }
    let fault = configuration.fault.map { ["  Every answer is a fault: \($0.rawValue)."] } ?? []
    let approval =
      configuration.autoApproves ? ["  Everything requested is granted without a page."] : []
    let exposure =
      isExposed
      ? style.wrap(
        "Others on the network can reach this server. Its secrets are published, and nothing is "
          + "encrypted.", indentation: 2) : []
    let all = exposure + rules + fault + approval
    return all.isEmpty ? [] : ["", style.alarm("Not as usual")] + all
  }

  /// All rules: what each stops, and where it is laid down.
  static func rules(_ style: TextStyle) -> String {
    let lines = Rule.allCases.flatMap { rule in
      ["  " + style.name(rule.rawValue)]
        + style.wrap("Stops \(rule.stops).", indentation: 4)
        + style.wrap(rule.reference.text, indentation: 4, paint: style.quiet)
    }
    let title = "Rules, each to be switched off with --without RULE"
    return (style.wrap(title, indentation: 0, paint: style.heading) + lines)
      .map { $0 + "\n" }.joined()
  }

  /// One exchange on one line.
  static func line(_ exchange: PracticeHandler.Exchange) -> String {
    let request = exchange.request
    let time = exchange.at % 86_400
    let clock = [time / 3600, time / 60 % 60, time % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    let relaxed = exchange.answer.relaxed.map(\.rawValue).joined(separator: ", ")
    let note = relaxed.isEmpty ? "" : " (allowed, since off: \(relaxed))"
    let summary = exchange.answer.summary.isEmpty ? "" : " \(exchange.answer.summary)"
    return Harmless.line(
      "\(clock) \(request.method) \(URLParts(request.url).path.prefix(100)) "
        + "\(exchange.answer.response.status)\(summary)\(note)")
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
      .init("relaxed", .array(exchange.answer.relaxed.map { .string($0.rawValue) })),
    ])
  }
}
