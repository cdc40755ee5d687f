import Terminal
import Transcript

/// Whether somebody can be asked, and how the text will look.
struct TerminalCheck {
  let surroundings: Surroundings
  let style: TextStyle

  var finding: Finding {
    let console = surroundings.console
    guard console.isInteractive else {
      return Finding(
        "terminal", .noteworthy,
        "input or output is none, so nobody is asked for anything: give --no-pause, and the client secret in "
          + "WORKBENCH_CLIENT_SECRET")
    }
    let columns = console.columns.map { "\($0) columns" } ?? "width unknown"
    return Finding("terminal", .fine, "\(columns), \(style.usesColor ? "colours" : "no colours")")
  }
}
