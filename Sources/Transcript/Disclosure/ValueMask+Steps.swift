import HTTPMessages
import Vocabulary

extension Finding {
  /// Returns the finding with changed texts.
  func saying(_ words: (String) -> String) -> Finding {
    Finding(
      severity, causes, words(sentence), why: words(why), action: words(action),
      reference: reference, lesson: lesson)
  }
}

extension ValueMask {
  /// Returns a value of a step without secrets.
  func parameter(_ parameter: Parameter, isOwn: Bool) -> Parameter {
    let path = parameter.name.split(separator: ".").map(String.init)
    let whole = self.text(parameter.name, readsURLs: false)
    let name =
      whole == parameter.name || ValueKind.isKnown(parameter.name)
      ? path.map(self.name).joined(separator: ".")
      : placeholder.unknown("name", count: parameter.name.count)
    return parameter.replacing(name: name, value: value(of: parameter, path: path, isOwn: isOwn))
  }

  private func value(of parameter: Parameter, path: [String], isOwn: Bool) -> String {
    let value = parameter.value
    switch parameter.name {
    case "redirect", "Location": return isStrict ? redirectURL(value) : own(value)
    case _ where secrets[value] != nil: return secrets[value] ?? ""
    case _ where parameter.isSecret && isStrict: return credential(value, name: parameter.name)
    case _ where isOwn && parameter.reference != nil || !isStrict: return own(value)
    default: break
    }
    // A member with members is written as JSON.
    if value.hasPrefix("{") || value.hasPrefix("["),
      let outline = try? JSONOutline(Array(value.utf8))
    {
      return String(decoding: json(outline, in: Array(value.utf8), path: path), as: UTF8.self)
    }
    // As in the message: a list of unknown values could spell a secret out.
    let isListed = path.contains { $0.hasSuffix("[]") }
    if isListed, ValueKind.of(path, in: .body) == .unknown, !value.isEmpty, !vouched.contains(value)
    {
      return placeholder.unknown("string", count: value.count)
    }
    return self(value, named: path, in: parameter.name.hasPrefix("error") ? .redirect : .body)
  }

  /// Returns a value of a failure, which may quote anything.
  func reported(_ value: String) -> String {
    if let known = secrets[value] { return known }
    return isStrict && !vouched.contains(value) ? loose(value, in: .redirect) : own(value)
  }

  func note(_ note: Note) -> Note {
    switch note {
    case .remark(let text):
      return .remark(self.text(text, limit: isStrict ? Self.longestRun : .max))
    case .notice(let text):
      return .notice(self.text(text, limit: isStrict ? Self.longestRun : .max))
    case .commands(_, let lines):
      let isHidden = lines.contains { self.text($0, limit: .max, readsURLs: false) != $0 }
      return isHidden
        ? .remark("The commands that check this contain a hidden value: --show-secrets shows them.")
        : note
    }
  }
}
