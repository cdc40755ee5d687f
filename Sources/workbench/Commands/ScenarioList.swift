import RecordedChannels
import Transcript

/// What `workbench scenarios` says.
enum ScenarioList {
  static func text(_ program: String, _ style: TextStyle) -> String {
    style.heading("Scenarios") + "\n"
      + HelpText.table(Scenario.all.map { ($0.name, $0.summary) }, style)
      + "\nTry one\n  \(program) walk --scenario denied\n"
  }
}
