import HTTPMessages
import Vocabulary

extension ExplanationReport {
  /// The report without secrets: the same mask judges every value as in a response that a person brings.
  public var withoutSecrets: ExplanationReport {
    var report = self
    let texts = findings.flatMap { [$0.finding.sentence, $0.finding.why, $0.finding.action] }
    let steps = messages.map { Self.step($0.parts, texts: []) } + [Self.step([], texts: texts)]
    let secrets = messages.flatMap(\.parts).filter { $0.isSecret && !Self.isAddress($0) }.map { (name: $0.name, value: $0.value) }
    let mask = Mask(steps, coverage: .everything, secrets: secrets)
    var hidden: [String] = []
    for (index, message) in messages.enumerated() {
      let masked = mask(steps[index])
      var (constants, others) = (masked.inputs[...], masked.outputs[...])
      report.messages[index].parts = message.parts.map { part in
        let shown = Self.isConstant(part) ? constants.popFirst() : others.popFirst()
        let hiddenPart = part.replacing(name: "value", value: Placeholder.text(for: "value"))
        guard let shown else { return hiddenPart }
        let isBare = part.isSecret && !Self.isAddress(part) && shown.value == part.value && !part.value.isEmpty
        let name = Self.isAddress(part) ? part.name : shown.name
        let value = isBare ? Placeholder.text(for: name) : shown.value
        if value != part.value, !hidden.contains(name) { hidden.append(name) }
        return part.replacing(name: name, value: value)
      }
    }
    report.hidden = hidden
    let notes = mask(steps[messages.count]).notes.map { note in
      if case .remark(let text) = note { text } else { "" }
    }
    for index in findings.indices where notes.count >= 3 * index + 3 {
      let words = Array(notes[(3 * index)..<(3 * index + 3)])
      report.findings[index].finding = findings[index].finding.saying(words)
    }
    return report
  }

  private static func step(_ parts: [Parameter], texts: [String]) -> StepReport {
    StepReport(
      heading: StepHeading(number: .after, name: "explain", title: "", purpose: "", traffic: ""),
      received: ReceivedReport(message: .redirect(Redirect(url: "")), origin: .given),
      inputs: parts.filter(isConstant),
      outputs: parts.filter { !isConstant($0) }.map {
        isAddress($0) ? $0.replacing(name: "redirect", value: $0.value) : $0
      },
      notes: texts.map(Note.remark))
  }

  /// Whether a value is the address of a redirect, which is judged part by part.
  private static func isAddress(_ part: Parameter) -> Bool { part.name.lowercased() == "location" }

  /// Whether a value is a word of the specifications, which the mask would not know.
  private static func isConstant(_ part: Parameter) -> Bool {
    !part.isSecret && constants[part.name]?.contains(part.value) == true
  }

  private static let constants: [String: Set<String>] = [
    "grant_type": [
      "authorization_code", "refresh_token", "client_credentials", "password",
      "urn:ietf:params:oauth:grant-type:device_code", "urn:ietf:params:oauth:grant-type:token-exchange",
      "urn:ietf:params:oauth:grant-type:jwt-bearer",
    ],
    "response_type": ["code", "token", "id_token", "code id_token", "id_token token"],
    "code_challenge_method": ["S256", "s256", "plain"],
    "response_mode": ["query", "fragment", "form_post"],
    "prompt": ["none", "login", "consent", "select_account", "login consent"],
    "token_type_hint": ["access_token", "refresh_token"],
    "Content-Type": ["application/x-www-form-urlencoded", "application/json", "multipart/form-data"],
    "error": Set(ErrorCode.all.map(\.name)),
  ]
}

extension Finding {
  /// The same finding in other words: sentence, reason, and action.
  fileprivate func saying(_ words: [String]) -> Finding {
    Finding(
      severity, causes, words[0], why: words[1], action: words[2], reference: reference, lesson: lesson)
  }
}
