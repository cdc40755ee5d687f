import Discovery
import HTTPMessages
import Recordings
import Vocabulary

extension Replay {
  /// Reads the server's metadata from a recording.
  ///
  /// - Returns: The metadata, or `nil` if the server published none, or an older program recorded
  ///   the run.
  /// - Throws: `CommandError` with `unreadableInput`.
  static func description(
    of run: RecordedRun, _ file: ReplayFile
  ) throws(CommandError) -> (discovered: Discovered, recording: Recording)? {
    guard let names = run.discovery else { return nil }
    guard names == RecordedRun.discoveryFileNames else {
      throw file.complaint("its list of messages does not match a run")
    }
    // A server with metadata has its issuer identifier as its name.
    let scheme = URLParts(run.server.name).scheme
    var recordings: [Recording] = []
    for name in names {
      let bytes = try file.read(name)
      guard let recording = try? Recording(name: name, bytes: bytes, scheme: scheme) else {
        throw file.complaint("\(name) is not the expected message")
      }
      recordings.append(recording)
    }
    guard let request = try? recordings[0].request(),
      let response = try? recordings[1].message.response(),
      let issuer = try? IssuerIdentifier(run.server.name), issuer.metadataURLs.contains(request.url)
    else { throw file.complaint("\(names[0]) is not the expected message") }
    let metadata = MetadataResponse(response: response, issuer: issuer, origin: .recorded)
    guard let server = try? metadata.output() else {
      throw file.complaint("\(names[1]) is not the expected message")
    }
    let discovered = Discovered(
      server: server, request: MetadataRequest(issuer: issuer, url: request.url), metadata: metadata
    )
    return (discovered, recordings[1])
  }
}
