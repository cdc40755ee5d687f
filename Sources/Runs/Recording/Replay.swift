import Flows
import HTTPMessages
package import Recordings
import Transcript
package import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A recording that was read and checked: none of its files is trusted.
package struct Replay {
  package let run: RecordedRun
  /// The recorded messages, by the steps that send or read them.
  package let recordings: [StepNumber: Recording]
  /// The server's metadata with its provenance, or `nil` if the recording has none.
  package let description: (discovered: Discovered, recording: Recording)?

  /// Reads a recording.
  ///
  /// - Parameter path: The folder.
  /// - Throws: `CommandError` with `unreadableInput`.
  package init(path: String) throws(CommandError) {
    let file = ReplayFile(folder: path)
    let bytes = try file.read(RecordedRun.fileName)
    guard let run = try? JSONDecoder().decode(RecordedRun.self, from: Data(bytes)) else {
      throw file.complaint("its \(RecordedRun.fileName) does not have the expected format")
    }
    guard run.version == RecordedRun.currentVersion else {
      throw file.complaint("it was written by another version of this program")
    }
    try Self.check(run, file)
    self.run = run
    recordings = try Self.recordings(of: run, file)
    description = try Self.description(of: run, file)
    try file.checkNothingElse(
      than: run.messages + (run.discovery ?? []) + [RecordedRun.fileName])
  }

  /// Checks that the values are valid.
  private static func check(_ run: RecordedRun, _ file: ReplayFile) throws(CommandError) {
    let isFitting = ApplicationType(rawValue: run.applicationType)
      .map(run.flow.about.applicationTypes.contains)
    guard isFitting == true else {
      throw file.complaint("the flow \(run.flow.rawValue) does not permit its application type")
    }
    if let fault = fault(of: { _ = try RedirectURI(run.redirectURI) }) {
      throw file.complaint("its redirect URI cannot be used: \(fault)")
    }
    if let verifier = run.codeVerifier, let fault = fault(of: { _ = try CodeVerifier(verifier) }) {
      throw file.complaint("its code verifier cannot be used: \(fault)")
    }
    // The screen shows these outside of any value.
    let shown = [run.mode, run.server.name] + run.server.quirks
    guard shown.allSatisfy({ Harmless.line($0) == $0 }) else {
      throw file.complaint(
        "its \(RecordedRun.fileName) contains characters that are unsafe in a terminal")
    }
    let isPrompt = run.prompt.map { Prompt(rawValue: $0) != nil } ?? true
    let isLifetime = run.lifetime.map { ImplicitLifetime(rawValue: $0) != nil } ?? true
    // The year 9999 is the last one that an HTTP date can name.
    guard isPrompt, isLifetime, 0..<253_402_300_800 ~= run.recordedAt, run.state != "",
      !run.clientIdentifier.isEmpty
    else { throw file.complaint("a value in its \(RecordedRun.fileName) is invalid") }
  }

  private static func fault(of action: () throws -> Void) -> String? {
    do {
      try action()
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// Returns the messages of the run, which have no gap between steps.
  private static func recordings(
    of run: RecordedRun, _ file: ReplayFile
  ) throws(CommandError) -> [StepNumber: Recording] {
    let steps = run.flow.about.steps.filter { $0 > .codeVerifier }
    let names = steps.map { RecordedRun.fileName(run.flow, step: $0) }
    guard names.starts(with: run.messages) else {
      throw file.complaint("its list of messages does not match a run")
    }
    var recordings: [StepNumber: Recording] = [:]
    for (step, name) in zip(steps, run.messages) {
      let endpoint =
        step == .authorizationRequest ? run.server.authorizationEndpoint : run.server.tokenEndpoint
      let scheme = URLParts(endpoint).scheme
      let bytes = try file.read(name)
      guard let recording = try? Recording(name: name, bytes: bytes, scheme: scheme),
        Self.isMessage(recording, of: step)
      else { throw file.complaint("\(name) is not the expected message") }
      recordings[step] = recording
    }
    return recordings
  }

  private static func isMessage(_ recording: Recording, of step: StepNumber) -> Bool {
    guard !step.sends else { return (try? recording.request()) != nil }
    guard let response = try? recording.message.response() else { return false }
    return step == .tokenResponse || response.fields.value(of: "Location") != nil
  }
}
