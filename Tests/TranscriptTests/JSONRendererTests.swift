import Foundation
import TestSupport
import Testing
import Transcript

struct JSONRendererTests {
  @Test func `a report is a document that Foundation reads`() async throws {
    let report = try await SampleReport.make()
    let text = JSONRenderer.render(report)
    expect(text.hasSuffix("}\n"))
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let document = try #require(value as? [String: Any])
    expect(document["flow"] as? String, is: "pkce")
    expect(document["outcome"] as? String, is: "completed")
    expect(document["failure"] is NSNull)
    let steps = try #require(document["steps"] as? [[String: Any]])
    expect(steps.compactMap { $0["number"] as? Int }, is: [1, 2, 3, 4, 5])
    let fourth = try #require(steps[3]["sends"] as? [String: Any])
    expect(fourth["channel"] as? String, is: "back")
    expect(fourth["url"] as? String, is: "https://api.fitbit.com/oauth2/token")
    expect((fourth["body"] as? String)?.contains("code_verifier=" + Guide.verifier), is: true)
    let second = try #require(steps[1]["sends"] as? [String: Any])
    expect(second["channel"] as? String, is: "front")
    let outputs = try #require(steps[0]["outputs"] as? [[String: Any]])
    let challenge = outputs.first { $0["name"] as? String == "code_challenge" }
    expect(challenge?["value"] as? String, is: Guide.challenge)
    expect(challenge?["secret"] as? Bool, is: false)
  }
}
