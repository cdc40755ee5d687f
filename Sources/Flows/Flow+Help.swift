public import Vocabulary

extension Flow {
  /// The names of all flows: "pkce, code, implicit, or client-credentials".
  public static let names = alternatives(allCases.map(\.rawValue))

  /// The names of all flows, with a mark after the default.
  public static let namesWithDefault = alternatives(
    allCases.map { $0 == .usual ? "\($0.rawValue) (default)" : $0.rawValue })

  /// The names of all flows except the default.
  public static let otherNames = alternatives(
    allCases.filter { $0 != .usual }.map(\.rawValue))

  /// The steps of each flow, in a sentence.
  public static let stepsOfEach =
    "The flow "
    + allCases.enumerated().map { index, flow in
      "\(flow.rawValue)\(index == 0 ? " has" : "") \(flow.about.stepsInWords)"
    }.joined(separator: ", ") + "."

  private static func alternatives(_ names: [String]) -> String {
    names.dropLast().joined(separator: ", ") + (names.last.map { ", or " + $0 } ?? "")
  }
}

extension FlowDescription {
  /// The steps of the flow in words: "all five steps", "2 to 5", "2 and 3".
  fileprivate var stepsInWords: String {
    guard steps.count < 5, let first = steps.first, let last = steps.last else {
      return "all five steps"
    }
    return "\(first) \(steps.count == 2 ? "and" : "to") \(last)"
  }
}
