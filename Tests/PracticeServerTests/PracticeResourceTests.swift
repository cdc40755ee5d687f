import Foundation
import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

struct PracticeResourceTests {
  static let resources = [
    ("/1/user/-/profile.json", "profile"),
    ("/1/user/-/activities/steps/date/today/1d.json", "activity"),
    ("/1.2/user/-/sleep/date/today.json", "sleep"),
  ]

  @Test(arguments: resources, ["profile", "activity", "sleep", "weight", "profile sleep"])
  func `data comes exactly for the scope that covers it`(
    resource: (path: String, scope: String), granted: String
  ) async throws {
    let rig = PracticeRig()
    let code = try await rig.code(PracticeRig.request().with("scope", granted))
    let answer = await rig.get(resource.path, bearer: try await rig.redeem(code).pair().access)
    guard Scope(granted).names.contains(resource.scope) else {
      return try answer.expectRefusal(
        403, "insufficient_scope",
        "This application does not have permission to access \(resource.scope) data. Visit https://"
      )
    }
    expect(answer.status == 200 && answer.field("Cache-Control") == "no-store")
    expect(try !answer.members().isEmpty)
    expect(answer.field("Fitbit-Rate-Limit-Limit"), is: "150")
  }

  @Test func `the answers have Fitbit's shape`() async throws {
    let rig = PracticeRig()
    let scope = PracticeRig.request().with("scope", "profile activity")
    let token = try await rig.redeem(rig.code(scope)).pair().access
    let profile = try await rig.profile(token).members()
    let user = try #require(profile["user"] as? [String: Any])
    expect(user["encodedId"] as? String, is: "2PRACT")
    let steps = try await rig.get(Self.resources[1].0, bearer: token).members()
    let days = try #require(steps["activities-steps"] as? [[String: String]])
    expect(days.first.flatMap { $0["value"] }.flatMap { Int($0) } != nil)
  }

  @Test(
    arguments: [
      ("date/2024-02-28/2024-03-01", ["2024-02-28", "2024-02-29", "2024-03-01"]),
      ("date/2026-11-20/1d", ["2026-11-20"]), ("date/today/1d", ["2026-11-20"]),
      ("date/2026-01-02/7d", (0..<7).map { $0 < 5 ? "2025-12-\($0 + 27)" : "2026-01-0\($0 - 4)" }),
    ])
  func `a date in the path is the date of the data`(path: String, days: [String]) async throws {
    let rig = PracticeRig()
    let token = try await rig.tokens().access
    let answer = await rig.get("/1/user/-/activities/steps/\(path).json", bearer: token)
    let steps = try answer.members()["activities-steps"] as? [[String: String]]
    expect(steps?.compactMap { $0["dateTime"] }, is: days)
  }

  @Test(
    arguments: [
      "/1/user/-/devices.json", "/1/user/-/activities/steps/date/2026-13-01/1d.json",
      "/1/user/-/activities/steps/date/2026-02-30/1d.json", "/1/user/-/",
      "/1/user/-/activities/steps/date/9999999999999999999-01-01/1d.json",
      "/1/user/-/activities/steps/date/2026-01-01/2029-01-01.json", "/1.2/user/-/sleep/date/.json",
    ])
  func `an address of the API without data answers in JSON, and asks for a token first`(
    path: String
  ) async throws {
    let rig = PracticeRig()
    expect(await rig.get(path).status, is: 401)
    let answer = await rig.get(path, bearer: try await rig.tokens().access)
    try answer.expectRefusal(404, "not_found", "The practice server has the profile")
  }

  @Test func `a scope that is missing is named as RFC 6750 §3 says`() async throws {
    let rig = PracticeRig()
    let token = try await rig.tokens().access
    let answer = await rig.get("/1.2/user/-/sleep/date/today.json", bearer: token)
    expect(
      answer.field("WWW-Authenticate"),
      is: "Bearer realm=\"practice\", error=\"insufficient_scope\", scope=\"sleep\"")
  }

  @Test func `a token stands in the header, in the right way`() async throws {
    let rig = PracticeRig()
    let token = try await rig.tokens().access
    let path = "/1/user/-/profile.json"
    let none = await rig.get(path)
    try none.expectRefusal(401, "invalid_request", "Authorization header required.")
    expect(none.field("WWW-Authenticate"), is: "Bearer realm=\"practice\"")
    try await rig.get(path + "?access_token=" + token).expectRefusal(400, "invalid_request")
    try await rig.get(path + "?access_token=" + token, bearer: token)
      .expectRefusal(400, "invalid_request")
    let altered = await rig.get(path, bearer: token + "x")
    try altered.expectRefusal(
      401, "invalid_token", "Access token invalid: \(token)x. Visit https://")
    // RFC 6750 §3.1.
    expect(
      altered.field("WWW-Authenticate")?.hasPrefix(
        "Bearer realm=\"practice\", error=\"invalid_token\""), is: true)
    for header in ["bearer \(token)", "BEARER  \(token)"] {
      let answer = await rig.server.respond(
        to: HTTPRequest(
          method: "GET", url: PracticeRig.base + path, fields: [HTTPField("Authorization", header)])
      )
      expect(answer.status, is: 200)
    }
    for header in ["Basic \(token)", token, "Bearer", "Bearer ", "Bearer \(token) x"] {
      let answer = await rig.server.respond(
        to: HTTPRequest(
          method: "GET", url: PracticeRig.base + path, fields: [HTTPField("Authorization", header)])
      )
      expect(answer.status, is: 401, "\(header)")
    }
    rig.wait(28_800)
    try await rig.get(path, bearer: token)
      .expectRefusal(401, "expired_token", "Access token expired: \(token). Visit https://")
  }

  @Test func `after 150 calls in an hour the user of a client has to wait`() async throws {
    let rig = PracticeRig(at: PracticeRig.start + 600)
    let one = try await rig.tokens().access
    let two = try await rig.tokens().access
    let other = try await rig.tokens("PER001").access
    for count in 1...150 {
      let answer = await rig.profile(count.isMultiple(of: 2) ? one : two)
      expect(answer.status, is: 200)
      expect(answer.field("Fitbit-Rate-Limit-Remaining"), is: String(150 - count))
      expect(answer.field("Fitbit-Rate-Limit-Reset"), is: "3000")
    }
    let answer = await rig.profile(one)
    try answer.expectRefusal(429, "system", "Too Many Requests")
    expect(answer.field("Fitbit-Rate-Limit-Limit"), is: "150")
    expect(answer.field("Fitbit-Rate-Limit-Remaining"), is: "0")
    expect(answer.field("Fitbit-Rate-Limit-Reset"), is: "3000")
    expect(answer.field("Retry-After"), is: "3000")
    expect(await rig.profile(two).status, is: 429)
    expect(await rig.profile(other).status, is: 200)
    rig.wait(2999)
    expect(await rig.profile(one).field("Fitbit-Rate-Limit-Reset"), is: "1")
    rig.wait(1)
    let next = await rig.profile(one)
    expect(next.status == 200 && next.field("Fitbit-Rate-Limit-Remaining") == "149")
  }
}
