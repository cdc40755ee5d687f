import HTTPMessages
import TestSupport
import Testing
import Transcript
import Vocabulary

/// Names and findings are judged like everything else that is shown.
struct MaskNameTests {
  @Test func `a placeholder does not contain a name that contains a secret`() async throws {
    let report = try await SampleReport.make()
    let (secret, other) = ("a075f8c14fb8df40", "f631236f02b9")
    // The name is found before the secret that it contains.
    let secrets = [
      (name: "x_\(secret)_token", value: other), (name: "access_token", value: secret),
      (name: "session_token", value: "c00kie-7-c00kie-8"),
    ]
    for style in [Placeholder.Style.screen, .recording] {
      let mask = Mask(report.steps, coverage: .everything, style: style, secrets: secrets)
      let isScreen = style == .screen
      expect(
        mask.placeholder(for: other), is: isScreen ? "<value hidden>" : "placeholder-for-value")
      expect(
        mask.placeholder(for: secret),
        is: isScreen ? "<access_token hidden>" : "placeholder-for-access_token")
      expect(mask.placeholder(for: "c00kie-7-c00kie-8")?.contains("session_token"), is: true)
      let body = Array(#"{"\#(secret)_token":"\#(other)"}"#.utf8)
      let shown = String(decoding: mask(HTTPResponse(status: 400, body: body)).body, as: UTF8.self)
      expect(!shown.contains(secret) && !shown.contains(other), "\(shown)")
    }
  }

  @Test func `the findings of a failure are masked like its message`() async throws {
    var report = try await SampleReport.make()
    let words = "It contains \(Guide.verifier)."
    let finding = Finding(
      .wrong, ["x"], words, why: words, action: words, reference: nil, lesson: 4)
    report.failure = FailureReport(
      step: .tokenResponse, reason: "invalid_grant", message: words, comparison: [], why: words,
      reference: nil, next: [], cause: finding, findings: [finding])
    for (format, text) in SampleReport.renderings(
      of: Mask(report.steps, coverage: .everything)(report))
    {
      expect(!text.contains(Guide.verifier), "\(format)")
    }
  }
}
