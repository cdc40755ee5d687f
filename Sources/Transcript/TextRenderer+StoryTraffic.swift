import HTTPMessages
import Vocabulary

extension TextRenderer {
  /// Returns the channel, and the message as sent or received.
  func storyOfTraffic(_ step: StepReport) -> [String] {
    guard step.hasTraffic else { return [] }
    var lines = style.wrap(label(of: step), indentation: 2, paint: style.quiet)
    if let request = step.sends { lines += broken(MessageText.lines(of: request)) }
    if let received = step.received { lines += message(received) }
    return lines
  }

  /// Returns the channel and the kind of recording: "Back channel, reconstructed: …".
  private func label(of step: StepReport) -> String {
    let traffic = step.heading.traffic
    guard let word = step.received?.provenanceWord, let colon = traffic.firstIndex(of: ":") else {
      return traffic
    }
    return traffic[..<colon] + ", \(word)" + traffic[colon...]
  }

  /// Returns a received message with the header fields relevant to OAuth; the others by name.
  private func message(_ received: ReceivedReport) -> [String] {
    guard case .response(let response) = received.message else {
      return broken(MessageText.lines(of: received.message))
    }
    let others = response.fields.filter { !Self.tellingFields.contains($0.name.lowercased()) }
    let shown = HTTPResponse(
      status: response.status, fields: response.fields.filter { !others.contains($0) },
      body: response.body)
    let lines = MessageText.lines(of: .response(shown))
    let head = lines.prefix { !$0.isEmpty }
    var body = Array(lines.dropFirst(head.count))
    while body.last?.isEmpty == true { body.removeLast() }
    let names = others.map(\.name).listed()
    let rest = names.isEmpty ? [] : style.wrap("+ \(names)", indentation: 2, paint: style.quiet)
    return broken(Array(head)) + rest + (breaksLines ? packed(body) : broken(body))
  }

  /// The response header fields of RFC 6749, 6750, and 7009, and the practice server's mark.
  private static let tellingFields: Set<String> = [
    "content-type", "cache-control", "location", "www-authenticate", "retry-after",
    "practice-reconstructed",
  ]

  /// Returns the lines of a message; a URL or form may be broken.
  private func broken(_ lines: [String]) -> [String] {
    lines.flatMap { line in
      line.isEmpty
        ? [""]
        : (breaksLines ? LineBreaks.url(line, columns: style.width - 2) : [line]).map {
          "  " + style.value($0)
        }
    }
  }

  /// Returns a JSON body with several members per line, which needs fewer rows.
  private func packed(_ body: [String]) -> [String] {
    guard body.count > 1 else { return broken(body) }
    let words = body.dropFirst().map { $0.drop { $0 == " " } }.joined(separator: " ")
    return [""]
      + LineBreaks.members(words, columns: style.width - 2).map { "  " + style.value($0) }
  }
}
