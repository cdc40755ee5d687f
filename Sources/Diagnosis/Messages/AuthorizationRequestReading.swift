import HTTPMessages
import Step2AuthorizationRequest
import Vocabulary

/// The faults of an authorization request by itself.
struct AuthorizationRequestReading {
  let message: PastedMessage
  let server: AuthorizationServer?
  let context: ExplanationContext
  /// The parameters, with `&amp;` read as `&`.
  let form: Form
  private let query: String

  init(_ message: PastedMessage, _ context: ExplanationContext) {
    self.message = message
    self.context = context
    server = message.isWholeURL ? context.server(at: message.url) : context.server
    query = URLParts(message.url).query ?? ""
    form = Form(PastedRequest.pairs(of: query.replacing("&amp;", with: "&")).map(\.decoded))
  }

  /// The message with its parts and findings.
  var read: PastedMessage {
    var message = message
    message.values = form
    message.parts = form.pairs.map {
      Parameter($0.name, $0.value, in: .authorizationRequest, origin: .given)
        .explained(in: AuthorizationRequest.heading.name, at: server)
    }
    message.findings += findings
    return message
  }

  private var findings: [Finding] {
    if let cut { return [cut] }
    if let second { return [second] }
    return markup + ValueFaults.findings(in: form, lesson: 2) + required + misspelled + credentials
      + endpoint
      + RedirectURIReading(self).findings + ScopeReading(form, server).findings + pkce + client
  }

  func wrong(
    _ cause: String, _ sentence: String, why: String = "", _ action: String, _ reference: Reference
  ) -> Finding {
    Finding(.wrong, [cause], sentence, why: why, action: action, reference: reference, lesson: 2)
  }

  private func value(_ name: String) -> String? { form.value(of: name) }

  /// The finding about a URL that the shell cut at its first `&`.
  private var cut: Finding? {
    guard form.pairs.count == 1, !query.has("&"), value("request_uri") == nil,
      !query.has("?")
    else { return nil }
    return wrong(
      "cut_at_ampersand", "The URL ends after its first parameter: the shell cut the command at &.",
      why: "Without quotation marks, & ends the command and the rest is lost.",
      "Put single quotation marks around the URL, or paste it into standard input.",
      .rfc6749("4.1.1"))
  }

  private var second: Finding? {
    guard query.containsBytes(of: "?response_type=") || query.containsBytes(of: "?client_id=")
    else { return nil }
    return wrong(
      "second_question_mark",
      "The URL has a second ?, so the first parameter includes the next one.",
      "The endpoint already has a query. Add your parameters with &.", .rfc6749("3.1"))
  }

  private var markup: [Finding] {
    guard query.containsBytes(of: "&amp;") else { return [] }
    return [
      wrong(
        "html_ampersand", "The URL was copied from HTML: it contains &amp; instead of &.",
        why: "A server would read a parameter called amp;state.", "Replace &amp; with &.",
        .rfc6749("4.1.1"))
    ]
  }

  private var required: [Finding] {
    guard value("request_uri") == nil, value("request") == nil else { return [] }
    var found = ["response_type", "client_id"].filter { value($0) == nil }.map { name in
      wrong("\(name)_missing", "\(name) is missing.", "Send it.", .rfc6749("4.1.1"))
    }
    guard let type = value("response_type") else { return found }
    if type != type.lowercased(), ["code", "token"].contains(type.lowercased()) {
      found.append(
        wrong(
          "response_type_case", "response_type is written with capital letters.",
          "Write it in lowercase: the value is case-sensitive.", .rfc6749("3.1.1")))
    }
    if type.split(separator: " ").contains("token") {
      found.append(
        Finding(
          .risky, ["implicit"], "This is the implicit grant: the access token will be in a URL.",
          why: "URLs appear in histories and logs, and nothing checks who receives the token.",
          action: "Use response_type=code with PKCE.", reference: .rfc9700("2.1.2"), lesson: 9))
    }
    return found
  }

  /// The findings about names that differ from a missing one by a letter or two.
  private var misspelled: [Finding] {
    let known = AuthorizationParameter.reserved
    let names = Set(form.pairs.map(\.name))
    return form.pairs.map(\.name).filter { !known.contains($0) }.compactMap { name in
      let near = known.subtracting(names).sorted().first { SmallEdit.isNear(name, $0) }
      return near.map {
        wrong(
          "misspelt_name", "The parameter \(name) is unknown, and \($0) is missing.",
          why: "A server ignores unknown parameters.", "Write \($0).",
          $0.hasPrefix("code_challenge") ? .rfc7636("4.3") : .rfc6749("4.1.1"))
      }
    }
  }

  private var credentials: [Finding] {
    var found: [Finding] = []
    if value("code_verifier") != nil {
      found.append(
        wrong(
          "verifier_in_url", "The code verifier is in the URL.",
          why: "An attacker who sees the URL has the verifier and can exchange a stolen code.",
          "Send only code_challenge here. Send the verifier in the token request.",
          .rfc7636("7.1")))
    }
    if value("client_secret") != nil {
      found.append(
        wrong(
          "secret_in_url", "The client secret is in the URL.",
          why: "The user, the browser history, and logs can see it.",
          "Remove it, and get a new secret: this one is no longer secret.", .rfc6749("2.3.1")))
    }
    return found
  }

  private var endpoint: [Finding] {
    let parts = URLParts(message.url)
    guard message.isWholeURL, parts.scheme.lowercased() == "http",
      !RedirectDifference.isLoopback(parts.authority)
    else { return [] }
    return [
      wrong(
        "no_tls", "The authorization endpoint is used over http.",
        why: "The user enters a password there.", "Use https.", .rfc6749("3.1"))
    ]
  }

  private var client: [Finding] {
    guard let id = value("client_id"), id.hasSuffix(".apps.googleusercontent.com"),
      message.isWholeURL,
      !URLParts(message.url).authority.hasSuffix("google.com"), server?.name != "Google Health"
    else { return [] }
    return [
      wrong(
        "client_id_of_other_server",
        "The client_id has Google's format, but this is another server.",
        "Register the client with this server, and send the client ID that it issued.",
        .rfc6749("2.2"))
    ]
  }
}
