import Runs
import Terminal
import Transcript

/// Whether somebody can be asked, and how the text will look.
struct TerminalCheck {
  let surroundings: Surroundings
  let style: TextStyle

  var checkup: Checkup {
    let console = surroundings.console
    guard console.isInteractive else {
      return Checkup(
        "terminal", .note,
        "input or output is none, so nobody is asked for anything: give --no-pause, and the client secret in "
          + "WORKBENCH_CLIENT_SECRET")
    }
    let columns = console.columns.map { "\($0) columns" } ?? "width unknown"
    return Checkup("terminal", .ok, "\(columns), \(style.usesColor ? "colours" : "no colours")")
  }
}
