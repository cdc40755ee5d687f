import TestSupport
import Testing

@testable import Runs
@testable import workbench

struct OverviewTests {
  @Test func `the program alone names the five steps`() async {
    let console = TestConsole()
    let surroundings = Surroundings(
      arguments: [], environment: [:], console: console, now: { 0 }, randomOctets: { _ in [] })
    expect(await Workbench(surroundings: surroundings).run(), is: .done)
    for title in [
      "Code verifier", "Authorization request", "Authorization response", "Token request",
      "Token response",
    ] {
      expect(console.output.contains(title))
    }
  }
}
