import Flows
import Recordings
import TestSupport
import Testing
import Vocabulary

@testable import workbench

struct PageTests {
  @Test(arguments: Flow.allCases)
  func `the page of every flow and scenario is well-formed and stands alone`(
    flow: Flow
  ) async throws {
    for scenario in Scenario.of(flow) {
      let answer = try await Bench().run(
        "walk", "--flow", flow.rawValue, "--scenario", scenario.name, "--format", "html")
      let page = Markup(answer.output)
      expect(page.fault, is: nil, "\(scenario.name)")
      expect(page.text.contains(flow.about.title))
      expect(page.text.contains(scenario.story))
      expect(page.values(of: "http-equiv"), is: ["Content-Security-Policy"])
      expect(page.values(of: "href").allSatisfy { $0.hasPrefix("#") })
      for name in ["src", "action", "srcset", "data", "onclick", "xlink:href"] {
        expect(page.values(of: name).isEmpty)
      }
      expect(page.elements("script").isEmpty && page.elements("link").isEmpty)
    }
  }

  @Test(arguments: ["profile", "introspect", "refresh", "revoke"])
  func `what one does with tokens has a page, too`(command: String) async throws {
    let bench = try Bench()
    _ = await bench.run("walk", "--mode", "practice", "--no-pause")
    let page = Markup(await bench.run(command, "--format", "html").output)
    expect(page.fault, is: nil)
    expect(page.elements("svg").count, is: 1)
    let identifiers = page.values(of: "id")
    expect(Set(identifiers).count, is: identifiers.count)
  }

  @Test func `each step has a page of its own`() async throws {
    let bench = try Bench()
    for number in 1...5 {
      let page = Markup(await bench.run("step", "\(number)", "--format", "html").output)
      expect(page.fault, is: nil)
      expect(page.values(of: "id").contains("step-\(number)"))
    }
  }

  @Test func `a secret of one's own is hidden`() async throws {
    let answer = try await Bench().run(
      "walk", "--format", "html", environment: ["WORKBENCH_CLIENT_SECRET": "my-own-secret"])
    expect(!answer.all.contains("my-own-secret"))
    expect(answer.output.contains("hidden"))
  }
}
