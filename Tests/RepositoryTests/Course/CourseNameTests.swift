import Flows
import Foundation
import TestSupport
import Testing
import Vocabulary

/// The same number and the same name stand everywhere: a missing and a spare one are both found.
struct CourseNameTests {
  /// The five steps as the modules name them: `3-authorization-response`.
  private let steps = Set(
    folders(in: "Sources").compactMap { name -> String? in
      guard let step = name.wholeMatch(of: #/Step(\d)(\w+)/#) else { return nil }
      let words = step.output.2.matches(of: #/[A-Z][a-z]*/#).map { $0.output.lowercased() }
      return ([String(step.output.1)] + words).joined(separator: "-")
    })

  @Test
  func `there are five steps, and each has a lesson, a snippet and its tests, and none is spare`() {
    expect(steps.map { $0.prefix(2) }.sorted(), is: ["1-", "2-", "3-", "4-", "5-"])
    // Every step has a lesson, and the lessons 1 to 5 have a step.
    let lessons = Page.lessons.filter { (1...5).contains($0.number ?? 0) }.map(\.name)
    expect(Set(lessons), is: steps)
    // Every step has a snippet, and no snippet of a step is spare.
    let snippets = Snippet.all.map(\.name).filter { $0.hasPrefix("step-") }
    expect(Set(snippets), is: Set(steps.map { "step-\($0)" }))
    // Every step has its tests.
    let isStep = { (name: String) in name.wholeMatch(of: #/Step\d\w+/#) != nil }
    let modules = Self.folders(in: "Sources").filter(isStep)
    let tests = Self.folders(in: "Tests/StepTests").filter(isStep)
    expect(Set(tests), is: Set(modules))
  }

  @Test func `every step that sends or receives is recorded, in every flow that has it`() {
    let names = Repository.files(under: "Sources/Recordings/Messages", ending: ".http")
      .compactMap { $0.split(separator: "/").last.map(String.init) }
    for flow in Flow.allCases {
      let numbers = names.filter { $0.hasPrefix("\(flow.rawValue)-") }
        .compactMap { $0.firstMatch(of: #/-(\d)-/#)?.output.1 }
      // Step 1 stays inside the client: there is nothing to record.
      let wanted = flow.about.steps.map(\.rawValue).filter { $0 != 1 }.map { Substring("\($0)") }
      expect(Set(numbers), is: Set(wanted), "\(flow.rawValue)")
    }
    let flows = Flow.allCases.map { "\($0.rawValue)-" }
    for name in names {
      expect(flows.contains { name.hasPrefix($0) }, "\(name)")
    }
  }

  @Test
  func `every flow has a snippet, and every slice of a snippet is shown by a lesson, in its order`()
  {
    // No snippet of a flow is spare.
    let flows = Snippet.all.map(\.name).filter { $0.hasPrefix("flow-") }
    expect(Set(flows), is: Set(Flow.allCases.map { "flow-\($0.rawValue)" }))
    let blocks = Page.lessons.flatMap(\.blocks).filter { $0.language == "swift" }
    for snippet in Snippet.all {
      let shown = blocks.filter { $0.info.dropFirst().first == snippet.name }.map { $0.info[2] }
      let names = snippet.slices.map(\.name)
      expect(!names.isEmpty, "\(snippet.name) has no slices")
      expect(shown == names || shown == ["*"], "\(snippet.name)")
    }
  }

  @Test(arguments: Snippet.all.map(\.name))
  func `a snippet is short`(name: String) throws {
    let text = try #require(Repository.text(of: "Snippets/\(name).swift"))
    // Without its description, the marks and what it says that it prints.
    let count = text.split(separator: "\n").dropFirst()
      .count { !$0.hasPrefix("// snippet.") && !$0.hasPrefix("// Prints ") }
    expect((15...(name == "complete-client" ? 70 : 45)).contains(count), "\(count) lines")
  }

  private static func folders(in path: String) -> [String] {
    let root = Repository.root.appending(path: path).path(percentEncoded: false)
    return ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).sorted()
  }
}
