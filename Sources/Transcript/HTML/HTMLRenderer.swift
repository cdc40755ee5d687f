import HTTPMessages
import Vocabulary

/// Renders a report as one page: every message as sent or received, and its parts explained.
///
/// `Mask` must have removed real secrets before.
public struct HTMLRenderer: Sendable {
  let report: Report
  /// The names of the values that were in a URL of the browser.
  let front: Set<String>

  private init(_ report: Report) {
    var report = report
    report.steps = report.steps.map { $0.within(report.subject.flow) }
    self.report = report
    front = Set(Traffic(report).front)
  }

  /// Returns the source of the page.
  public static func render(_ report: Report) -> String {
    HTMLRenderer(report).page.text
  }

  private var page: HTMLPage {
    var contents = [HTMLPage.Entry("run", "The run at a glance")]
    contents += report.steps.map { HTMLPage.Entry(identifier(of: $0), $0.title) }
    if report.showsTraffic { contents.append(.init("traffic", "What went where")) }
    if let failure = report.failure { contents.append(.init("stop", failure.title)) }
    var main = [opening, glance]
    main += report.steps.map(step)
    if report.showsTraffic { main.append(traffic) }
    if let failure = report.failure { main.append(stop(failure)) }
    if !report.next.isEmpty { contents.append(.init("next", Self.titleOfNext)) }
    main += whatNext
    return HTMLPage(title: title, contents: contents, main: main, footer: [footer])
  }

  private var title: String {
    let scenario = report.subject.scenario.map { ", scenario \($0)" } ?? ""
    return "\(report.subject.flow.title): \(report.subject.mode.rawValue)\(scenario)"
  }

  private var footer: HTML {
    let text =
      "Made by OAuth Workbench from this run. The page loads nothing and runs no script."
    return .element("p", [:], text)
  }

  /// Returns the `id` of a step's section.
  func identifier(of step: StepReport) -> String {
    step.heading.number.isOneOfTheFive ? "step-\(step.heading.number)" : step.heading.name
  }
}
