import HTTPMessages
import Transcript
import Vocabulary

/// `workbench glossary [NAME]`: what a name means, wherever it stands.
struct GlossaryCommand {
  private let name: String?
  private let console: any Console
  private let style: TextStyle

  init(_ invocation: Invocation, _ surroundings: Surroundings, _ style: TextStyle) {
    name = invocation.operands.first
    console = surroundings.console
    self.style = style
  }

  func run() throws(Complaint) -> ExitCode {
    let wanted = name?.lowercased()
    var text = ""
    for (place, entries) in Glossary.entries {
      let chosen = entries.filter { wanted == nil || $0.name.lowercased() == wanted }
      guard !chosen.isEmpty else { continue }
      text += (text.isEmpty ? "" : "\n") + style.heading(Self.title(of: place)) + "\n"
      text += chosen.map { lines(of: $0, in: place) }.joined()
    }
    guard !text.isEmpty else { throw unknown(name ?? "") }
    try console.write(text)
    return .done
  }

  private func lines(of entry: GlossaryEntry, in place: Place) -> String {
    let seen = place.seenBy.map { "Seen by \($0). " } ?? ""
    let lines =
      ["  " + style.name(entry.name) + (entry.isSecret ? style.quiet(" (secret)") : "")]
      + style.wrap(entry.meaning, indentation: 4)
      + style.wrap(seen + entry.reference.text, indentation: 4, paint: style.quiet)
    return lines.map { $0 + "\n" }.joined()
  }

  private func unknown(_ name: String) -> Complaint {
    let known = Set(Glossary.entries.flatMap { $0.entries.map(\.name) })
    let hint = NearestWord.to(name, among: known.sorted()).map { " Did you mean '\($0)'?" } ?? ""
    return Complaint(
      .usage, "The glossary does not know '\(Harmless.line(name))'.\(hint)",
      next: Advice("All of it", "glossary"))
  }

  private static func title(of place: Place) -> String {
    switch place {
    case .word: "Words"
    case .insideTheClient: "Values inside the app"
    case .authorizationRequest: "Parameters of the authorization request (step 2)"
    case .authorizationResponse: "Parameters of the authorization response (step 3)"
    case .implicitResponse: "Parameters of the implicit authorization response (step 3)"
    case .tokenRequest: "Parameters of the token request (step 4)"
    case .tokenResponse: "Members of the token response (step 5)"
    case .tokenUseRequest: "Parameters of requests about a token"
    case .tokenUseResponse: "Members of answers about a token"
    case .metadata: "Members of a server's metadata"
    case .requestField: "Header fields of requests"
    case .responseField: "Header fields of responses"
    }
  }
}
