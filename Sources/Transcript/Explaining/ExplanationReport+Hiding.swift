import HTTPMessages
import Vocabulary

extension ExplanationReport {
  /// The report without secrets, judged by the same mask as any pasted response.
  public var withoutSecrets: ExplanationReport {
    var report = self
    let texts = findings.flatMap { [$0.finding.sentence, $0.finding.why, $0.finding.action] }
    let steps = messages.map(Self.step) + [Self.step(of: texts)]
    let mask = Mask(
      steps, coverage: .everything,
      secrets: messages.flatMap { $0.parts.dropFirst($0.fieldCount) }.filter(\.isSecret)
        .map { (name: $0.name, value: $0.value) })
    var hidden: [String] = []
    var seen: Set<String> = []
    for (index, message) in messages.enumerated() {
      let parts = Self.masked(message, steps[index], mask)
      for (part, shown) in zip(message.parts, parts)
      where part.value != shown.value && seen.insert(shown.name).inserted {
        hidden.append(shown.name)
      }
      report.messages[index].parts = parts
    }
    report.hidden = hidden
    let words = mask(steps[messages.count]).notes.map { $0.text ?? "" }
    for index in findings.indices where words.count >= 3 * index + 3 {
      report.findings[index].finding = findings[index].finding.saying(
        Array(words[(3 * index)..<(3 * index + 3)]))
    }
    return report
  }

  /// Returns the parts of a message, with secrets replaced.
  private static func masked(_ message: Message, _ step: StepReport, _ mask: Mask) -> [Parameter] {
    let masked = mask(step)
    let fields: [HTTPField] =
      if case .response(let response) = masked.received?.message { response.fields } else { [] }
    var (constants, others) = (masked.inputs[...], masked.outputs[...])
    let shownFields = zip(message.parts, fields).map {
      $0.replacing(name: $1.name, value: $1.value)
    }
    let values = message.parts.dropFirst(message.fieldCount).map { part -> Parameter in
      let shown = isConstant(part) ? constants.popFirst() : others.popFirst()
      guard let shown else {
        return part.replacing(name: "value", value: Placeholder.text(for: "value"))
      }
      if part.name == "state" {
        return part.replacing(name: "state", value: state(part.value, mask))
      }
      // A value that includes the next parameter may contain a secret in any form.
      if part.value.contains("="), !part.value.contains("://"), !part.name.hasPrefix("error") {
        return part.replacing(name: shown.name, value: Placeholder.text(for: shown.name))
      }
      // A second check, so that a change elsewhere cannot show a secret of the glossary.
      let isBare = part.isSecret && shown.value == part.value && !part.value.isEmpty
      return part.replacing(
        name: shown.name, value: isBare ? Placeholder.text(for: shown.name) : shown.value)
    }
    return shownFields + values
  }

  /// Returns a state as shown in a redirect.
  private static func state(_ value: String, _ mask: Mask) -> String {
    let base = "https://redirect.invalid/?state="
    let encoded = Form.encode(value)
    let shown = mask(Redirect(url: base + encoded)).url.dropFirst(base.count)
    return shown.utf8.elementsEqual(encoded.utf8) ? value : String(shown)
  }

  private static let heading = StepHeading(
    number: .after, name: "explain", title: "", purpose: "", traffic: "")

  private static func step(_ message: Message) -> StepReport {
    let fields = message.parts.prefix(message.fieldCount).map { HTTPField($0.name, $0.value) }
    let values = message.parts.dropFirst(message.fieldCount)
    return StepReport(
      heading: heading,
      received: ReceivedReport(
        message: .response(HTTPResponse(status: 200, fields: fields)), origin: .given),
      inputs: values.filter(isConstant), outputs: values.filter { !isConstant($0) })
  }

  private static func step(of texts: [String]) -> StepReport {
    StepReport(
      heading: heading,
      received: ReceivedReport(message: .redirect(Redirect(url: "")), origin: .given),
      inputs: [], outputs: [], notes: texts.map(Note.remark))
  }

  /// Whether a value is a constant of the specifications, which the mask does not know.
  private static func isConstant(_ part: Parameter) -> Bool {
    !part.isSecret && constants[part.name]?.contains(part.value) == true
  }

  private static let constants: [String: Set<String>] = [
    "grant_type": [
      "authorization_code", "refresh_token", "client_credentials", "password",
      "urn:ietf:params:oauth:grant-type:device_code",
      "urn:ietf:params:oauth:grant-type:token-exchange",
      "urn:ietf:params:oauth:grant-type:jwt-bearer",
    ],
    "response_type": ["code", "token", "id_token", "code id_token", "id_token token"],
    "code_challenge_method": ["S256", "s256", "plain"],
    "response_mode": ["query", "fragment", "form_post"],
    "prompt": ["none", "login", "consent", "select_account", "login consent"],
    "token_type_hint": ["access_token", "refresh_token"],
    "error": Set(ErrorCode.all.map(\.name)),
  ]
}

extension Finding {
  /// Returns the finding with another sentence, reason, and action.
  fileprivate func saying(_ words: [String]) -> Finding {
    Finding(
      severity, causes, words[0], why: words[1], action: words[2], reference: reference,
      lesson: lesson)
  }
}
