import HTTPMessages
import Vocabulary

/// Collects the secrets of a run: first those that it knows, then those that it suspects.
struct SecretCollection {
  private(set) var placeholders = Placeholders()
  /// The secrets that are long and uncommon enough to be searched for.
  private(set) var searched: [(value: String, placeholder: String)] = []
  /// All that is no secret, in lower case.
  private let publicText: String
  /// Values that have a replacement of their own.
  private let derived: Set<String>
  /// How many values are looked after; a message with more is not made of credentials.
  private static let limit = 1000

  init(publicText: String, derived: Set<String>) {
    self.derived = derived
    let names = Glossary.entries.flatMap(\.entries).map(\.name)
    self.publicText = (names + Self.words + [publicText]).joined(separator: "\n").lowercased()
  }

  /// Adds what the steps call secret.
  ///
  /// - Throws: `Concealment.Fault.ordinary` for one that cannot be told from the rest.
  mutating func addKnown(in report: Report) throws(Concealment.Fault) {
    for parameter in report.steps.flatMap({ $0.inputs + $0.outputs }) {
      if let name = Self.known[parameter.name] { try addKnown(parameter.value, name) }
    }
  }

  /// Adds a secret that is known as such.
  ///
  /// - Throws: `Concealment.Fault.ordinary` if it cannot be told from the rest.
  mutating func addKnown(_ value: String, _ name: String) throws(Concealment.Fault) {
    guard !value.isEmpty else { return }
    guard isSearchable(value) else { throw .ordinary(name: name) }
    add(value, name)
  }

  /// Adds what looks like a secret or like a person in the messages.
  ///
  /// - Throws: `Concealment.Fault.tooMany`.
  mutating func addSuspected(in report: Report) throws(Concealment.Fault) {
    for step in report.steps {
      if let request = step.sends {
        try addNamed(in: Array(request.url.utf8))
        try addFields(request.fields)
        try addNamed(in: request.body)
      }
      switch step.received?.message {
      case .redirect(let redirect): try addAll(in: Array(redirect.url.utf8))
      case .response(let response):
        try addFields(response.fields)
        for field in response.fields { try addAll(in: Array(field.value.utf8)) }
        // A larger one is left out.
        if response.body.count <= Concealment.bodyLimit { try addAll(in: response.body) }
      case nil: break
      }
    }
  }

  /// Whether a value is secret by its name; `nil` if the name says nothing.
  static func wants(_ value: NamedValue) -> Bool? {
    switch CredentialNames.verdict(on: value.name, value.kind) {
    case .credential, .personal:
      // A small number is a count or a code; an empty text is nothing.
      value.kind == .number
        ? value.value.count >= 4 && value.value.utf8.allSatisfy(\.isDigit) : !value.value.isEmpty
    case .harmless: false
    case .unknown: SecretLook.isOpaque(value.value) ? true : nil
    }
  }

  private mutating func addAll(in bytes: [UInt8]) throws(Concealment.Fault) {
    try addNamed(in: bytes)
    for suspect in SecretLook.suspects(in: bytes) {
      // A part of a known secret is replaced along with it.
      guard !searched.contains(where: { $0.value.contains(suspect.value) }) else { continue }
      try addSuspect(suspect.value, suspect.name)
    }
  }

  private mutating func addNamed(in bytes: [UInt8]) throws(Concealment.Fault) {
    let values = NamedValueReader.values(in: bytes, wants: Self.wants)
    guard values.count <= Self.limit else { throw .tooMany }
    for value in values {
      try addSuspect(value.value, value.name, isNumber: value.kind == .number)
    }
  }

  private mutating func addFields(_ fields: [HTTPField]) throws(Concealment.Fault) {
    for field in fields {
      for value in FieldSecrets.values(in: field) { try addSuspect(value.value, value.name) }
    }
  }

  private mutating func addSuspect(
    _ value: String, _ name: String, isNumber: Bool = false
  ) throws(Concealment.Fault) {
    guard !derived.contains(value), !placeholders.contains(value) else { return }
    guard searched.count < Self.limit else { throw .tooMany }
    // A short number is found in too many others.
    if isSearchable(value), !isNumber || value.count >= 8 {
      add(value, name, isNumber: isNumber)
    } else {
      _ = placeholders.placeholder(for: value, named: name, isNumber: isNumber)
    }
  }

  private mutating func add(_ value: String, _ name: String, isNumber: Bool = false) {
    guard placeholders.byValue[value] == nil else { return }
    searched.append(
      (value, placeholders.placeholder(for: value, named: name, isNumber: isNumber)))
  }

  private func isSearchable(_ value: String) -> Bool {
    value.utf8.count >= SecretSearch.shortestLength && !publicText.contains(value.lowercased())
  }
}
