import PracticeServer
import Terminal
import Transcript
import Vocabulary

/// The descriptions of the practice server's rules and features: those in effect, and all of them.
struct PracticeSwitches {
  private let configuration: PracticeConfiguration
  private let style: TextStyle

  init(_ configuration: PracticeConfiguration, _ style: TextStyle) {
    self.configuration = configuration
    self.style = style
  }

  /// Returns the profile, then every setting that differs from it.
  func lines(isExposed: Bool) -> [String] {
    let unusual = exposure(isExposed) + rules + features + others
    return profile
      + (unusual.isEmpty
        ? []
        : ["", style.alarm("Changed from the defaults")]
          + unusual.flatMap { style.wrap($0, indentation: 2) })
  }

  /// The settings on which the profiles differ, with their current values.
  private var profile: [String] {
    let profile = configuration.profile
    let names = Self.switchesOfProfiles.map { (name: $0.name, isOn: $0.isOn(configuration)) }
    func list(_ isOn: Bool) -> String {
      let all = names.filter { $0.isOn == isOn }.map(\.name)
      return (isOn ? "on: " : "off: ") + (all.isEmpty ? "none" : all.joined(separator: ", "))
    }
    return [style.heading("Profile \(profile.rawValue)")]
      + [
        configuration.errors.effect, list(true), list(false),
        "The option --rules explains each.",
      ]
      .flatMap { style.wrap($0, indentation: 2) }
  }

  // MARK: Settings that differ from the profile

  private func exposure(_ isExposed: Bool) -> [String] {
    isExposed
      ? [
        "Other machines can reach this server. Its secrets are published, and nothing is encrypted."
      ] : []
  }

  private var rules: [String] {
    let usual = configuration.profile.rulesOff
    return Rule.allCases.compactMap { rule in
      switch (usual.contains(rule), configuration.rulesOff.contains(rule)) {
      case (false, true): "Rule \(rule.rawValue) is off: nothing stops \(rule.stops)."
      case (true, false): "Rule \(rule.rawValue) is on: it stops \(rule.stops)."
      default: nil
      }
    }
  }

  private var features: [String] {
    let usual = configuration.profile.features
    return Feature.allCases.compactMap { feature in
      switch (usual.contains(feature), configuration.features.contains(feature)) {
      case (true, false): "\(feature.rawValue) is off. \(feature.absence)"
      case (false, true): "\(feature.rawValue) is on. \(feature.effect)"
      default: nil
      }
    }
  }

  private var others: [String] {
    var all: [String] = []
    if configuration.errors != configuration.profile.errors {
      all.append(configuration.errors.effect)
    }
    for fault in configuration.faults {
      all.append("Fault \(fault.rawValue): \(fault.effect) \(fault.expectation)")
    }
    if configuration.autoApproves {
      let isOverridden = !configuration.rulesOff.contains(.publicClientConsent)
      all.append(
        "All requested scopes are granted without a page"
          + (isOverridden ? ", in spite of public-client-consent." : "."))
    }
    return all
  }
}

extension PracticeSwitches {
  /// Returns all rules, features, error formats, and faults, with effect, profiles, and section.
  static func list(_ style: TextStyle) -> String {
    let rules = Rule.allCases.flatMap { rule in
      entry(
        rule.rawValue, ["Stops \(rule.stops)."] + profiles { !$0.rulesOff.contains(rule) },
        rule.reference, style)
    }
    let features = Feature.allCases.flatMap { feature in
      let effects = [feature.effect, "Off: \(feature.absence)"]
      return entry(
        feature.rawValue, effects + profiles { $0.features.contains(feature) }, feature.reference,
        style)
    }
    let shapes = ErrorShape.allCases.flatMap { shape in
      entry(shape.rawValue, [shape.effect] + profiles { $0.errors == shape }, nil, style)
    }
    let faults = PracticeFault.allCases.flatMap { fault in
      entry(fault.rawValue, [fault.effect, fault.expectation], fault.reference, style)
    }
    let lines =
      title("Rules: turn one off with --without RULE, on with --with RULE", style) + rules + [
        ""
      ]
      + title("Features: also --with and --without", style) + features + [""]
      + title("Error formats: --errors FORM", style) + shapes + [""]
      + title("Faults: --fault FAULT", style) + faults
    return lines.map { $0 + "\n" }.joined()
  }

  /// The defaults with their sections, for the help: a setting without a state is on in all profiles.
  static var table: [CommandDescription.Switch] {
    func row(_ name: String, _ state: String?, _ reference: Reference?) -> CommandDescription.Switch
    {
      let words = [state, reference?.shortText].compactMap(\.self)
      return .init(name: name, state: words.joined(separator: ", "))
    }
    func state(_ isOn: (PracticeProfile) -> Bool) -> String? {
      let names = PracticeProfile.allCases.filter(isOn).map(\.rawValue)
      guard names.count < PracticeProfile.allCases.count else { return nil }
      return names.isEmpty ? "off" : "only in \(names.joined(separator: ", "))"
    }
    let shapes = PracticeProfile.allCases.map { "\($0.errors.rawValue) in \($0.rawValue)" }
    return [row("--errors", shapes.joined(separator: ", "), .rfc6749("5.2"))]
      + Feature.allCases.map { feature in
        row(feature.rawValue, state { $0.features.contains(feature) }, feature.reference)
      }
      + Rule.allCases.map { rule in
        row(rule.rawValue, state { !$0.rulesOff.contains(rule) }, rule.reference)
      }
  }

  private static func title(_ text: String, _ style: TextStyle) -> [String] {
    style.wrap(text, indentation: 0, paint: style.heading)
  }

  private static func entry(
    _ name: String, _ sentences: [String], _ reference: Reference?, _ style: TextStyle
  ) -> [String] {
    ["  " + style.name(name)] + sentences.flatMap { style.wrap($0, indentation: 4) }
      + (reference.map { style.wrap($0.text, indentation: 4, paint: style.quiet) } ?? [])
  }

  /// Returns a sentence with the profiles in which a setting is on, or nothing if it is on in all.
  private static func profiles(where isOn: (PracticeProfile) -> Bool) -> [String] {
    let names = PracticeProfile.allCases.filter(isOn).map(\.rawValue)
    switch names.count {
    case PracticeProfile.allCases.count: return []
    case 0: return ["Off in every profile."]
    default: return ["On only in the profile \(names.joined(separator: ", "))."]
    }
  }

  /// The rules and features that differ between the profiles.
  private static var switchesOfProfiles: [(name: String, isOn: (PracticeConfiguration) -> Bool)] {
    let rules = Rule.allCases.filter { rule in
      Set(PracticeProfile.allCases.map { $0.rulesOff.contains(rule) }).count > 1
    }
    let features = Feature.allCases.filter { feature in
      Set(PracticeProfile.allCases.map { $0.features.contains(feature) }).count > 1
    }
    return rules.map { rule in (rule.rawValue, { !$0.rulesOff.contains(rule) }) }
      + features.map { feature in (feature.rawValue, { $0.features.contains(feature) }) }
  }
}
