import Discovery
import HTTPMessages
import Recordings
import Vocabulary

extension Replay {
  /// Reads how the server described itself.
  ///
  /// - Returns: The description, or `nil` if the server gave none, or an older program recorded the run.
  /// - Throws: `CommandError` with `unreadableInput`.
  static func description(
    of run: RecordedRun, _ file: ReplayFile
  ) throws(CommandError) -> (discovered: Discovered, recording: Recording)? {
    guard let names = run.discovery else { return nil }
    guard names == RecordedRun.discoveryFileNames else {
      throw file.complaint("its list of messages is not that of a run")
    }
    // A server that describes itself has the name of its issuer.
    let scheme = URLParts(run.server.name).scheme
    var recordings: [Recording] = []
    for name in names {
      let bytes = try file.read(name)
      guard let recording = try? Recording(name: name, bytes: bytes, scheme: scheme) else {
        throw file.complaint("\(name) is not the message that it should be")
      }
      recordings.append(recording)
    }
    guard let request = try? recordings[0].request(),
      let response = try? recordings[1].message.response(),
      let issuer = try? IssuerIdentifier(run.server.name), issuer.metadataURLs.contains(request.url)
    else { throw file.complaint("\(names[0]) is not the message that it should be") }
    let answer = MetadataResponse(response: response, issuer: issuer, origin: .recorded)
    guard let server = try? answer.output() else {
      throw file.complaint("\(names[1]) is not the message that it should be")
    }
    let discovered = Discovered(
      server: server, request: MetadataRequest(issuer: issuer, url: request.url), answer: answer)
    return (discovered, recordings[1])
  }
}
