import RecordedChannels
import Transcript

/// What `workbench scenarios` says.
enum ScenarioList {
  static func text(_ style: TextStyle) -> String {
    style.heading("Scenarios") + "\n"
      + HelpText.table(Scenario.all.map { ($0.name, $0.summary) }, style)
      + "\n  Try one: workbench walk --scenario denied\n"
  }
}
