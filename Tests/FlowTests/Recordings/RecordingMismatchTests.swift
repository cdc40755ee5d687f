import HTTPMessages
import Recordings
import TestSupport
import Testing
import Vocabulary

struct RecordingMismatchTests {
  private func granted() throws -> Scenario { try #require(Scenario.named("granted", in: .pkce)) }

  private func request(_ name: String) throws -> HTTPRequest {
    try #require(try RecordingLibrary.all().first { $0.name == name }).message.request()
  }

  private func mismatch(sending request: HTTPRequest) async throws -> RecordingMismatch {
    let scenario = try granted()
    return try await #require(throws: RecordingMismatch.self) {
      if request.method == "GET" {
        _ = try await scenario.frontChannel.redirect(for: request)
      } else {
        _ = try await scenario.backChannel.response(to: request)
      }
    }
  }

  private func replacing(_ name: String, by value: String?, in form: Form) -> String {
    Form(
      form.pairs.compactMap { pair in
        pair.name == name ? value.map { Form.Pair(name, $0) } : pair
      }
    ).encoded
  }

  @Test(arguments: [
    ("pkce-granted-2-request.http", StepNumber.authorizationRequest),
    ("pkce-granted-4-request.http", .tokenRequest),
    ("pkce-granted-public-4-request.http", .tokenRequest),
  ])
  func `each changed or missing parameter is named alone`(name: String, step: StepNumber)
    async throws
  {
    let recorded = try request(name)
    let form = try #require(step == .authorizationRequest ? recorded.query : recorded.form)
    for pair in form.pairs {
      for value in ["changed", nil] {
        let text = replacing(pair.name, by: value, in: form)
        let changed =
          step == .authorizationRequest
          ? HTTPRequest(method: "GET", url: "https://www.fitbit.com/oauth2/authorize?" + text)
          : HTTPRequest(
            method: "POST", url: recorded.url, fields: recorded.fields, body: Array(text.utf8))
        let mismatch = try await mismatch(sending: changed)
        expect(mismatch.step, is: step)
        expect(mismatch.recording, is: name)
        expect(mismatch.differences.map(\.name), is: [pair.name])
        expect(mismatch.differences.first?.recorded, is: pair.value)
        expect(mismatch.differences.first?.sent, is: value)
      }
    }
  }

  @Test func `what is added, or sent twice, is named`() async throws {
    let recorded = try request("pkce-granted-4-request.http")
    let body = recorded.body + Array("&client_secret=DEF456".utf8)
    let added = try await mismatch(
      sending: HTTPRequest(
        method: "POST", url: recorded.url, fields: recorded.fields, body: body))
    expect(added.differences.map(\.name), is: ["client_secret"])
    expect(added.differences.first?.recorded, is: nil)
    let field = try await mismatch(
      sending: HTTPRequest(
        method: "POST", url: recorded.url, fields: recorded.fields + [HTTPField("X-New", "1")],
        body: recorded.body))
    expect(field.differences.map(\.name), is: ["X-New"])
    // A parameter that is sent twice is named.
    // RFC 6749 §3.2: request parameters MUST NOT be included more than once.
    let twice = try await mismatch(
      sending: HTTPRequest(
        method: "POST", url: recorded.url, fields: recorded.fields,
        body: recorded.body + Array("&code=another".utf8)))
    expect(twice.differences.map(\.name), is: ["code"])
  }

  @Test func `another method, address or header is named`() async throws {
    let recorded = try request("pkce-granted-4-request.http")
    let url = try await mismatch(
      sending: HTTPRequest(
        method: "POST", url: "https://api.fitbit.com/oauth2/revoke", fields: recorded.fields,
        body: recorded.body))
    expect(url.differences.map(\.name), is: ["URL"])
    let method = try await mismatch(
      sending: HTTPRequest(
        method: "PUT", url: recorded.url, fields: recorded.fields, body: recorded.body))
    expect(method.differences.map(\.name), is: ["method"])
    let fields = recorded.fields.map {
      $0.name == "Authorization" ? HTTPField($0.name, "Basic QUJDMTIzOkRFRjQ1Nw==") : $0
    }
    let header = try await mismatch(
      sending: HTTPRequest(
        method: "POST", url: recorded.url, fields: fields, body: recorded.body))
    expect(header.differences.map(\.name), is: ["Authorization"])
  }

  @Test func `the nearest recording is the one to compare with`() async throws {
    // A public client's request with one change must not be told to lack the header.
    let recorded = try request("pkce-granted-public-4-request.http")
    let form = try #require(recorded.form)
    let mismatch = try await mismatch(
      sending: HTTPRequest(
        method: "POST", url: recorded.url, fields: recorded.fields,
        body: Array(replacing("code", by: "other", in: form).utf8)))
    expect(mismatch.recording, is: "pkce-granted-public-4-request.http")
    expect(mismatch.differences.map(\.name), is: ["code"])
  }
}
