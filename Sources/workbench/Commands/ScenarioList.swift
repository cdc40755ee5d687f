import Flows
import RecordedChannels
import Transcript
import Vocabulary

/// What `workbench scenarios` says.
enum ScenarioList {
  static func text(_ program: String, _ style: TextStyle) -> String {
    Flow.allCases.map { flow in
      style.heading("\(flow.about.title) (--flow \(flow.rawValue))") + "\n"
        + HelpText.table(Scenario.of(flow).map { ($0.name, $0.summary) }, style) + "\n"
    }.joined()
      + "Try one\n  \(program) walk --scenario denied\n"
      + "  \(program) walk --flow code --scenario wrong-secret\n"
  }
}
