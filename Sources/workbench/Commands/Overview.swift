import HTTPMessages
import Runs
import Terminal
import Transcript

/// The screen of `workbench` alone: the commands or the user's progress, and the next command.
struct Overview {
  private let surroundings: Surroundings
  private let style: TextStyle

  init(_ surroundings: Surroundings, _ style: TextStyle) {
    self.surroundings = surroundings
    self.style = style
  }

  /// The screen, ending in a line feed.
  var text: String {
    let title = style.wrap(
      "OAuth Workbench \(Program.version) · learn OAuth 2.0 at the terminal, offline",
      indentation: 0, paint: style.heading)
    return title.joined(separator: "\n") + "\n\n" + content
  }

  private var content: String {
    let store = Run.sessionStore(surroundings)
    do {
      let progress = try Progress(in: store, surroundings)
      guard !progress.isFirstTime else {
        return commands + "\n" + style.heading("Start here") + "\n" + line(of: WalkCommand.name)
      }
      let place = style.heading("Where you are") + "\n" + HelpText.table(progress.rows, style)
      let next = progress.next.advice(in: progress.place)
      return place + "\n" + self.next(next.command ?? "walk", why: next.text)
    } catch {
      let message = style.wrap(Harmless.line(error.message), indentation: 0)
      return message.joined(separator: "\n") + "\n\n" + style.heading("Next") + "\n"
        + line(of: "session reset")
    }
  }

  private func next(_ command: String, why: String) -> String {
    // A suggestion without a reason has the text "Next".
    let reason = why == "Next" ? [] : style.wrap(why + ":", indentation: 0)
    return style.heading("Next") + "\n" + reason.map { $0 + "\n" }.joined() + line(of: command)
      + "\n"
      + HelpText.table(
        [
          ("\(surroundings.program) next", "run it"),
          ("\(surroundings.program) help", "list all commands"),
        ], style)
  }

  /// Returns a command on its own line, never wrapped, so that the user can copy it.
  private func line(of command: String) -> String {
    "  " + style.name("\(surroundings.program) \(command)") + "\n"
  }

  /// The commands by group: featured ones with their summaries, the others by name.
  private var commands: String {
    let margin = 10
    let isNarrow = style.width < 64
    let room = TextStyle(
      width: style.width - (isNarrow ? 0 : margin), usesColor: style.usesColor)
    let featured = Commands.descriptions.filter(\.isFeatured)
    let longest = featured.map(\.name.count).max()
    return CommandGroup.used.map { group in
      let others = group.commands.filter { !$0.isFeatured }.map(\.name).joined(separator: ", ")
      let rows = group.commands.filter(\.isFeatured).map { ($0.name, $0.summary) }
      let lines =
        HelpText.table(rows, room, left: longest).split(separator: "\n").map(String.init)
        + room.wrap(others, indentation: 2)
      guard !isNarrow else {
        return style.heading(group.rawValue) + "\n" + lines.map { $0 + "\n" }.joined()
      }
      let name = group.rawValue
      return lines.enumerated().map { place, line in
        let label = place == 0 ? style.heading(name) : ""
        let count = place == 0 ? name.count : 0
        return "  " + label + String(repeating: " ", count: margin - 2 - count) + line + "\n"
      }.joined()
    }.joined()
  }
}
