import HTTPMessages
import RecordedChannels
import Testing

@Suite struct ScenarioTests {
  @Test func `each has its own name, and is found by it`() {
    let names = Scenario.of(.pkce).map(\.name)
    #expect(Set(names).count == names.count)
    for scenario in Scenario.of(.pkce) {
      #expect(Scenario.named(scenario.name, in: .pkce) == scenario)
      #expect(!scenario.summary.isEmpty && !scenario.story.isEmpty)
    }
    #expect(Scenario.named("Granted", in: .pkce) == nil)
    #expect(Scenario.named("", in: .pkce) == nil)
    #expect(names.first == "granted")
  }

  @Test func `every recording is part of a scenario`() throws {
    var used: Set<String> = []
    for scenario in Scenario.of(.pkce) {
      let (front, back) = (try scenario.frontChannel, try scenario.backChannel)
      used.formUnion((front.requests + back.requests + [front.answer, back.answer]).map(\.name))
    }
    #expect(used == Set(try RecordingLibrary.all().map(\.name)))
  }

  @Test func `every scenario answers its own requests`() async throws {
    for scenario in Scenario.of(.pkce) {
      let front = try scenario.frontChannel
      for recording in front.requests {
        let redirect = try await front.redirect(for: recording.message.request())
        #expect(redirect.status == 302)
        #expect(redirect.url.hasPrefix(Guide.redirectURI + "?"))
        #expect(redirect.url.hasSuffix("#_=_"))
      }
      let back = try scenario.backChannel
      for recording in back.requests {
        let response = try await back.response(to: recording.message.request())
        #expect(response == (try back.answer.message.response()))
      }
    }
  }

  @Test func `a mistake is in the scenario's requests and in no other's`() throws {
    for scenario in Scenario.of(.pkce) {
      guard let mistake = scenario.mistake else { continue }
      #expect(["code_verifier", "client_secret", "redirect_uri"].contains(mistake.parameter))
      for recording in try scenario.backChannel.requests {
        let request = try recording.message.request()
        // base64 ABC123:DEF457, made with the command base64.
        let found =
          mistake.parameter == "client_secret"
          ? request.fields.value(of: "Authorization") == "Basic QUJDMTIzOkRFRjQ1Nw=="
          : request.form?.value(of: mistake.parameter) == mistake.value
        #expect(found, "\(recording.name)")
      }
    }
  }
}
