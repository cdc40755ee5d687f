import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

/// Every challenge with every verifier, for every type of client: RFC 7636 §4.6, RFC 9700 §4.8.
struct PracticePKCEMatrixTests {
  enum Sent: String, CaseIterable, Sendable { case absent, S256, plain, methodMissing }
  enum Shown: String, CaseIterable, Sendable { case absent, right, wrong, challengeItself }

  static let clients = ["SRV001", "CLI001", "PER001"]

  private func request(_ client: String, _ sent: Sent) -> Form {
    let form = PracticeRig.request(client)
    return switch sent {
    case .absent: form.with("code_challenge", nil).with("code_challenge_method", nil)
    case .S256: form
    case .plain:
      form.with("code_challenge", Guide.verifier).with("code_challenge_method", "plain")
    case .methodMissing: form.with("code_challenge_method", nil)
    }
  }

  /// Whether the pair fits; `nil` where there is no code in the first place.
  private func expectation(_ client: String, _ sent: Sent, _ shown: Shown) -> Bool? {
    switch (sent, shown) {
    case (.absent, .absent): client == "SRV001" ? true : nil
    case (.absent, _): client == "SRV001" ? false : nil
    case (.S256, .right), (.plain, .right): true
    // With plain the challenge is the verifier, and here the right one.
    case (.plain, .challengeItself): true
    // A missing method means plain: only the challenge itself fits, which looks like a digest.
    case (.methodMissing, .challengeItself): true
    default: false
    }
  }

  @Test(arguments: clients, Sent.allCases)
  func `each verifier gets exactly the answer that its challenge deserves`(
    client: String, sent: Sent
  ) async throws {
    for shown in Shown.allCases {
      let rig = PracticeRig()
      let form = request(client, sent)
      guard let expected = expectation(client, sent, shown) else {
        let page = await rig.authorize(form)
        expect(page.status == 400 && page.location == nil)
        expect(page.text.contains("Missing parameters: code_challenge"))
        continue
      }
      let verifier: String? =
        switch shown {
        case .absent: nil
        case .right: Guide.verifier
        case .wrong: String(Guide.verifier.reversed())
        case .challengeItself: form.value(of: "code_challenge") ?? Guide.challenge
        }
      let code = try await rig.code(form)
      let answer = await rig.redeem(code, client: client, verifier: verifier)
      expect((answer.status == 200), is: expected, "\(client) \(sent) \(shown): \(answer.text)")
      if !expected {
        try answer.expectRefusal(400, "invalid_grant")
        expect(answer.field("Practice-Reconstructed") != nil)
      }
    }
  }

  @Test(
    arguments: [
      nil, "", "short", "0123456789012345678901234567890123456789012\n", "ü",
    ] as [String?])
  func `a verifier that is none does not fit, and does not use the code up`(
    verifier: String?
  ) async throws {
    let rig = PracticeRig()
    let code = try await rig.code()
    try await rig.redeem(code, verifier: verifier).expectRefusal(400, "invalid_grant")
    expect(await rig.redeem(code).status, is: 200)
  }
}
