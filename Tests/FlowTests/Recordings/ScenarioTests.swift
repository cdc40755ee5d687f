import HTTPMessages
import Recordings
import TestSupport
import Testing
import Vocabulary

struct ScenarioTests {
  @Test func `each has its own name, and is found by it`() {
    for flow in Flow.allCases {
      let names = Scenario.of(flow).map(\.name)
      expect(Set(names).count, is: names.count)
      for scenario in Scenario.of(flow) {
        expect(scenario.flow, is: flow)
        expect(Scenario.named(scenario.name, in: flow), is: scenario)
        expect(!scenario.summary.isEmpty && !scenario.story.isEmpty)
      }
      expect(Scenario.named("Granted", in: flow), is: nil)
      expect(Scenario.named("", in: flow), is: nil)
      expect(names.first, is: "granted")
    }
  }

  @Test func `every recording is part of a scenario`() throws {
    var used: Set<String> = []
    for scenario in Scenario.all {
      let (front, back) = (try scenario.frontChannel, try scenario.backChannel)
      let answers = [front.recording, back.recording].compactMap { $0 }
      used.formUnion((front.requests + back.requests + answers).map(\.name))
    }
    expect(used, is: Set(try RecordingLibrary.all().map(\.name)))
  }

  @Test func `every scenario answers its own requests`() async throws {
    for scenario in Scenario.all {
      let front = try scenario.frontChannel
      // RFC 6749 §4.1.2: a code flow is answered in the query; §4.2.2: implicit in the fragment.
      let isImplicit = scenario.flow == .implicit
      for recording in front.requests {
        let redirect = try await front.redirect(for: recording.message.request())
        expect(redirect.status, is: 302)
        expect(redirect.url.hasPrefix(Guide.redirectURI + (isImplicit ? "#" : "?")))
        expect(redirect.url.hasSuffix("#_=_") != isImplicit)
      }
      let back = try scenario.backChannel
      for recording in back.requests {
        let response = try await back.response(to: recording.message.request())
        expect(response, is: (try back.recording?.message.response()))
      }
    }
  }

  @Test func `a mistake is in the scenario's requests and in no other's`() throws {
    for scenario in Scenario.all {
      guard let mistake = scenario.mistake else { continue }
      expect(["code_verifier", "client_secret", "redirect_uri"].contains(mistake.parameter))
      for recording in try scenario.backChannel.requests {
        let request = try recording.message.request()
        // base64 ABC123:DEF457, made with the command base64.
        let found =
          mistake.parameter == "client_secret"
          ? request.fields.value(of: "Authorization") == "Basic QUJDMTIzOkRFRjQ1Nw=="
          : request.form?.value(of: mistake.parameter) == mistake.value
        expect(found, "\(recording.name)")
      }
    }
  }
}
