import Vocabulary

/// A list of values, each with its marks, meaning, and section.
struct ParameterList: Sendable {
  private let front: Set<String>
  /// The numbers of the steps that produced values, by the values' names.
  private let sources: [String: StepNumber]
  /// The pointer to an explanation elsewhere in the step, such as `Explained below.`.
  private let elsewhere: String

  /// Creates lists for one step.
  ///
  /// - Parameters:
  ///   - front: The names of the values that were in a URL in this run.
  ///   - sources: The numbers of the steps that produced values, by the values' names.
  ///   - elsewhere: The text for a value that is explained elsewhere in the step.
  init(front: Set<String>, sources: [String: StepNumber] = [:], elsewhere: String = "") {
    self.front = front
    self.sources = sources
    self.elsewhere = elsewhere
  }

  /// Returns the list of a step's inputs or outputs.
  ///
  /// - Parameters:
  ///   - parameters: The values.
  ///   - explained: The values that are explained elsewhere in the step.
  /// - Returns: The list.
  func values(_ parameters: [Parameter], explained: [Parameter]) -> HTML {
    list(
      parameters.map { parameter in
        let isExplained = explained.contains {
          $0.name == parameter.name && $0.meaning == parameter.meaning
        }
        let content =
          isExplained
          ? [quiet(elsewhere)] : explanation(of: parameter, audience: parameter.audience)
        return item(parameter, content, showsOrigin: true)
      })
  }

  /// Returns the parts of a message, with each audience once above its parts.
  ///
  /// - Parameters:
  ///   - parts: The parts.
  ///   - showsOrigin: Whether to print the origins of the values.
  ///   - traffic: The sentence above the message, which can name the audience.
  /// - Returns: A heading and a list for each audience.
  func message(_ parts: [Parameter], showsOrigin: Bool, below traffic: String = "") -> [HTML] {
    AudienceGroup.groups(of: parts, below: traffic).flatMap { group in
      let items = group.parts.map { part in
        item(part, explanation(of: part, audience: nil), showsOrigin: showsOrigin)
      }
      return [group.heading.map(quiet)].compactMap(\.self) + [list(items)]
    }
  }

  private func list(_ items: [HTML]) -> HTML {
    .element("div", ["class": "spread"], [.element("dl", [:], items)])
  }

  private func item(_ parameter: Parameter, _ explanation: [HTML], showsOrigin: Bool) -> HTML {
    let value = parameter.value.isEmpty ? "(empty)" : parameter.value
    let content = [.element("span", ["class": "value"], value)] + explanation
    return .element(
      "div", [:],
      [
        .element("dt", [:], name(of: parameter, showsOrigin: showsOrigin)),
        .element("dd", [:], content),
      ])
  }

  private func name(of parameter: Parameter, showsOrigin: Bool) -> [HTML] {
    var pieces: [HTML] = [.element("code", [:], parameter.name)]
    func add(_ badge: HTML) { pieces += [.text(" "), badge] }
    if showsOrigin {
      let step = sources[parameter.name].map { " in step \($0)" } ?? ""
      add(.element("span", ["class": "mark"], parameter.origin.rawValue + step))
    }
    if parameter.isSecret { add(.element("span", ["class": "mark secret"], "secret")) }
    if parameter.seenBy != nil,
      let visibility = SequenceValue.Visibility(of: parameter, seenByBrowser: front)
    {
      add(visibility.badge)
    }
    return pieces
  }

  private func explanation(of parameter: Parameter, audience: String?) -> [HTML] {
    let source = [audience, parameter.reference?.text].compactMap(\.self).joined(separator: " ")
    return [.element("p", [:], parameter.meaning)] + (source.isEmpty ? [] : [quiet(source)])
  }

  private func quiet(_ text: String) -> HTML { .element("p", ["class": "quiet"], text) }
}
