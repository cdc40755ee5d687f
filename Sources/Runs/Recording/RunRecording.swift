import Discovery
import Flows
import HTTPMessages
import Step1CodeVerifier
package import Transcript
package import Vocabulary

/// The recording of a run: messages with placeholders for secrets, and the values for a replay.
package struct RunRecording {
  package let run: RecordedRun
  /// The files with the messages, by name.
  package let messages: [String: [UInt8]]

  /// Creates a recording of a run, without its secrets.
  ///
  /// - Parameters:
  ///   - report: The report of the run.
  ///   - settings: The settings of the run.
  ///   - server: The server that responded.
  ///   - now: The end of the run, in seconds since 1970-01-01 00:00 UTC.
  package init(
    _ report: Report, settings: Settings, server: AuthorizationServer, now: Int64
  ) {
    let provenance = Self.provenance(settings.mode, server, now)
    let mask = Self.mask(of: report, settings)
    let texts = Self.texts(of: report, mask, provenance)
    let description = Self.description(in: texts, of: server)
    run = Self.run(
      report, settings, server, now, isDescribed: !description.isEmpty,
      placeholder: mask.placeholder)
    let steps = texts.filter(\.0.isOneOfTheFive).map { step, text in
      (RecordedRun.fileName(settings.flow, step: step), text.bytes)
    }
    let discovery = zip(RecordedRun.discoveryFileNames, description.map(\.bytes))
    messages = Dictionary(steps + discovery, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the messages with the server's metadata, or none if a replay could not read them.
  ///
  /// Metadata that completes an earlier response is incomplete by itself.
  private static func description(
    in texts: [(StepNumber, HTTPMessageText)], of server: AuthorizationServer
  ) -> [HTTPMessageText] {
    let texts = texts.filter { $0.0 == .before }.map(\.1)
    guard texts.count == RecordedRun.discoveryFileNames.count,
      let response = try? texts[1].response(),
      let issuer = try? IssuerIdentifier(server.name),
      (try? MetadataResponse(response: response, issuer: issuer, origin: .recorded).output()) != nil
    else { return [] }
    return texts
  }

  /// Returns the mask that hides the secrets of the run.
  private static func mask(of report: Report, _ settings: Settings) -> Mask {
    var mask = Mask(
      report.steps, coverage: .everything, style: .recording, secrets: secrets(of: settings))
    // The challenge is not a secret, but it must match the placeholder of the verifier.
    for step in report.steps {
      guard let verifier = step.outputs.first(where: { $0.name == "code_verifier" })?.value,
        let value = step.outputs.first(where: { $0.name == "code_challenge" })?.value,
        value != verifier, let placeholder = mask.placeholder(for: verifier),
        let other = challenge(of: placeholder)
      else { continue }
      mask.replace(value, with: other)
    }
    return mask
  }

  /// Returns the secrets in the settings, even if the run failed before it used them.
  private static func secrets(of settings: Settings) -> [(name: String, value: String)] {
    let isUsed = settings.client.applicationType.isConfidential
    let secret = isUsed ? settings.client.secret?.value : nil
    return secret.map { [("client_secret", $0)] } ?? []
  }

  /// Returns the lines about the origin of the messages.
  private static func provenance(
    _ mode: Mode, _ server: AuthorizationServer, _ now: Int64
  ) -> [String] {
    [
      "Recorded \(UTCTime(secondsSince1970: now).text) by workbench \(Program.version) in "
        + "\(mode.rawValue) mode, from \(server.name).",
      "Placeholders replace user identifiers and every value that could be a secret.",
    ]
  }

  /// Returns the challenge that a replay computes from the placeholder (RFC 7636 §4.2).
  private static func challenge(of verifier: String) -> String? {
    (try? CodeVerifier(verifier)).map { ChallengeDerivation(of: $0).challenge.value }
  }

  private static func run(
    _ report: Report, _ settings: Settings, _ server: AuthorizationServer, _ now: Int64,
    isDescribed: Bool, placeholder: (String) -> String?
  ) -> RecordedRun {
    let known = report.steps.flatMap { $0.inputs + $0.outputs }
    func value(_ name: String) -> String? {
      known.first { $0.name == name }.flatMap { placeholder($0.value) }
    }
    let steps = report.steps.filter { $0.sends != nil || $0.received != nil }
      .map(\.heading.number)
    return RecordedRun(
      flow: settings.flow, mode: settings.mode.rawValue, recordedAt: now,
      server: server.replacingTokenParameters { placeholder($0) ?? $0 },
      clientIdentifier: settings.client.identifier,
      applicationType: settings.client.applicationType.rawValue,
      redirectURI: settings.client.redirectURI.value, scope: settings.scope.value,
      ownScope: settings.ownScope?.value, prompt: settings.prompt?.rawValue,
      lifetime: settings.flow.about.redirectCarries == .token ? settings.lifetime.seconds : nil,
      codeVerifier: value("code_verifier"), state: value("state"),
      clientSecret: settings.client.secret.flatMap { placeholder($0.value) },
      messages: steps.filter(\.isOneOfTheFive)
        .map { RecordedRun.fileName(settings.flow, step: $0) },
      discovery: isDescribed ? RecordedRun.discoveryFileNames : nil)
  }
}
