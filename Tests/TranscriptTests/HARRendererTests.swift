import Flows
import Foundation
import HTTPMessages
import TestSupport
import Testing
import Transcript
import Vocabulary

/// The structure is held against the members that the specification of HAR 1.2 requires.
struct HARRendererTests {
  typealias Object = [String: Any]

  /// The required members, with an example of their type; the keys are the objects' names there.
  static let required: [String: [(name: String, type: Any.Type)]] = [
    "log": [("version", String.self), ("creator", Object.self), ("entries", [Any].self)],
    "creator": [("name", String.self), ("version", String.self)],
    "entries": [
      ("startedDateTime", String.self), ("time", Int.self), ("request", Object.self),
      ("response", Object.self), ("cache", Object.self), ("timings", Object.self),
    ],
    "request": [
      ("method", String.self), ("url", String.self), ("httpVersion", String.self),
      ("cookies", [Any].self), ("headers", [Any].self), ("queryString", [Any].self),
      ("headersSize", Int.self), ("bodySize", Int.self),
    ],
    "response": [
      ("status", Int.self), ("statusText", String.self), ("httpVersion", String.self),
      ("cookies", [Any].self), ("headers", [Any].self), ("content", Object.self),
      ("redirectURL", String.self), ("headersSize", Int.self), ("bodySize", Int.self),
    ],
    "content": [("size", Int.self), ("mimeType", String.self)],
    "timings": [("send", Int.self), ("wait", Int.self), ("receive", Int.self)],
  ]

  private func check(_ object: Object, as name: String) throws {
    for (member, type) in try #require(Self.required[name]) {
      let value = try #require(object[member], "\(name).\(member) is missing")
      let isRight =
        switch type {
        case is String.Type: value is String
        case is Int.Type: value is Int
        case is Object.Type: value is Object
        default: value is [Any]
        }
      expect(isRight, "\(name).\(member) is of another type")
    }
  }

  /// The entries of a report, after every required member was looked at.
  private func entries(_ report: Report) throws -> (log: Object, entries: [Object]) {
    let text = HARRenderer.render(report, version: "9.8")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
    let log = try #require(document["log"] as? Object)
    try check(log, as: "log")
    expect(log["version"] as? String, is: "1.2")
    try check(try #require(log["creator"] as? Object), as: "creator")
    let entries = try #require(log["entries"] as? [Object])
    for entry in entries {
      try check(entry, as: "entries")
      for name in ["request", "response", "timings"] {
        try check(try #require(entry[name] as? Object), as: name)
      }
      let content = (entry["response"] as? Object)?["content"] as? Object
      try check(try #require(content), as: "content")
      let started = try #require(entry["startedDateTime"] as? String)
      let isDate = started.wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/#) != nil
      expect(isDate, "\(started)")
    }
    return (log, entries)
  }

  private func pairs(_ list: Any?) -> [[String]] {
    (list as? [[String: String]] ?? []).map { [$0["name"] ?? "", $0["value"] ?? ""] }
  }

  @Test func `each channel is one entry`() async throws {
    let (_, entries) = try entries(try await SampleReport.make())
    expect(entries.count, is: 2)
    let front = try #require(entries[0]["request"] as? Object)
    expect(front["method"] as? String == "GET" && front["postData"] == nil)
    expect(pairs(front["queryString"]).contains(["redirect_uri", Guide.redirectURI]))
    let redirect = try #require(entries[0]["response"] as? Object)
    expect(redirect["status"] as? Int, is: 302)
    expect(redirect["redirectURL"] as? String, is: Guide.redirectURI + SampleReport.query)
    let back = try #require(entries[1]["request"] as? Object)
    let posted = try #require(back["postData"] as? Object)
    expect(posted["mimeType"] as? String, is: "application/x-www-form-urlencoded")
    expect(pairs(posted["params"]).contains(["code_verifier", Guide.verifier]))
    expect(back["bodySize"] as? Int, is: (posted["text"] as? String)?.utf8.count)
    expect(pairs(back["headers"]).contains(["Authorization", Guide.basicHeader]))
    let answer = try #require((entries[1]["response"] as? Object)?["content"] as? Object)
    expect(answer["text"] as? String, is: TestTokenResponse.good)
    expect(answer["size"] as? Int, is: TestTokenResponse.good.utf8.count)
  }

  @Test func `a run that stopped ends with what came, and says why`() async throws {
    let (log, entries) = try entries(try await SampleReport.make(query: "?error=access_denied"))
    expect(entries.count, is: 1)
    expect((log["comment"] as? String)?.contains("Step 3 failed"), is: true)
  }

  @Test func `bytes that are no text are base64`() throws {
    let report = try Self.report(
      .response(HTTPResponse(status: 500, fields: [], body: [0xFF, 0x00, 0x80])))
    let entry = try #require(try entries(report).entries.first)
    let content = try #require((entry["response"] as? Object)?["content"] as? Object)
    expect(content["encoding"] as? String, is: "base64")
    expect(content["text"] as? String, is: "/wCA")
  }

  @Test func `a redirect without a status counts as 302, and a request without an answer has none`()
    throws
  {
    let entry = try #require(
      try entries(Self.report(.redirect(Redirect(url: "a:b")))).entries.first)
    let response = try #require(entry["response"] as? Object)
    expect(response["status"] as? Int == 302 && response["comment"] is String)
    let silent = try #require(try entries(Self.report(nil)).entries.first)
    expect((silent["response"] as? Object)?["status"] as? Int, is: 0)
  }

  @Test func `cookies are listed, and a hidden value makes no broken URL`() throws {
    let fields = [HTTPField("Set-Cookie", "a=b=c; Path=/"), HTTPField("Set-Cookie", "d")]
    let report = try Self.report(
      .response(HTTPResponse(status: 200, fields: fields, body: [])),
      url: "https://a.example/?code=<code hidden>&ä=1")
    let entry = try #require(try entries(report).entries.first)
    let cookies = (entry["response"] as? Object)?["cookies"]
    expect(pairs(cookies), is: [["a", "b=c"], ["d", ""]])
    let url = (entry["request"] as? Object)?["url"] as? String
    expect(url, is: "https://a.example/?code=%3Ccode%20hidden%3E&%C3%A4=1")
  }

  /// A run of one exchange.
  private static func report(
    _ message: ReceivedMessage?, url: String = "https://a.example/"
  ) throws -> Report {
    let heading = StepHeading(
      number: .tokenRequest, name: "a", title: "A", purpose: "", traffic: "")
    let request = StepReport(
      heading: heading, sends: HTTPRequest(method: "GET", url: url), inputs: [], outputs: [],
      time: 1_795_348_800)
    let answer = message.map {
      StepReport(
        heading: heading, received: ReceivedReport(message: $0, origin: .live), inputs: [],
        outputs: [])
    }
    return Report(
      subject: ReportSubject(
        flow: Flow.pkce.about, mode: .live, scenario: nil, story: nil, server: "Example"),
      steps: [request] + [answer].compactMap(\.self))
  }
}
