public import Vocabulary

/// Values with all that is to be said of each: the list beside a message.
public struct ParameterList: Sendable {
  private let front: Set<String>
  /// The numbers of the steps that made a value, by the value's name.
  private let sources: [String: StepNumber]
  /// Where the other explanation stands, for a value that the list does not explain again.
  private let elsewhere: String

  /// Makes lists.
  ///
  /// - Parameters:
  ///   - front: The names of the values that went through the browser in this run.
  ///   - sources: The numbers of the steps that made a value, by the value's name.
  ///   - elsewhere: What is said of a value that is explained elsewhere in the step.
  public init(front: Set<String>, sources: [String: StepNumber] = [:], elsewhere: String = "") {
    self.front = front
    self.sources = sources
    self.elsewhere = elsewhere
  }

  /// A list of values.
  ///
  /// - Parameters:
  ///   - parameters: The values.
  ///   - explained: The values that are explained elsewhere in the step.
  ///   - showsOrigin: Whether to say where the values come from.
  /// - Returns: The list.
  public func html(
    _ parameters: [Parameter], explained: [Parameter] = [], showsOrigin: Bool = true
  ) -> HTML {
    let items = parameters.map { parameter in
      let isExplained = explained.contains {
        $0.name == parameter.name && $0.meaning == parameter.meaning
      }
      return item(parameter, isExplained: isExplained, showsOrigin: showsOrigin)
    }
    return .element("dl", [:], items)
  }

  private func item(_ parameter: Parameter, isExplained: Bool, showsOrigin: Bool) -> HTML {
    let value = parameter.value.isEmpty ? "(empty)" : parameter.value
    var content: [HTML] = [.element("span", ["class": "value"], value)]
    content += isExplained ? [quiet(elsewhere)] : explanation(of: parameter)
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
      let way = SequenceValue.Visibility(of: parameter, seenByBrowser: front)
    {
      add(way.badge)
    }
    return pieces
  }

  private func explanation(of parameter: Parameter) -> [HTML] {
    let seen = parameter.seenBy.map { "Seen by \($0)." } ?? "Inside the app."
    let reference = parameter.reference.map { " \($0.text)" } ?? ""
    return [.element("p", [:], parameter.meaning), quiet(seen + reference)]
  }

  private func quiet(_ text: String) -> HTML { .element("p", ["class": "quiet"], text) }
}
