import HTTPMessages
import TestSupport
import Testing
import Vocabulary

@testable import PracticeServer

/// How tests control the server.
struct PracticeControlTests {
  static let token = "the-token-of-the-test"

  private static func rig(
    _ change: @escaping (inout PracticeConfiguration) -> Void = { _ in }
  ) -> PracticeRig {
    PracticeRig {
      $0.controlToken = token
      change(&$0)
    }
  }

  private func send(
    _ rig: PracticeRig, _ path: String, _ body: String, method: String = "POST",
    authorization: String? = "Bearer " + token, fields: [HTTPField] = []
  ) async -> PracticeServer.LoggedResponse {
    await rig.server.respond(
      to: HTTPRequest(
        method: method, url: PracticeRig.base + "/practice/" + path,
        fields: fields + (authorization.map { [HTTPField("Authorization", $0)] } ?? []),
        body: Array(body.utf8)))
  }

  @Test func `without control the paths do not exist`() async {
    for path in ["reset", "faults", "clock", "users", ""] {
      expect(await send(PracticeRig(), path, "{}").status, is: 404)
    }
  }

  @Test func `a proxy does not pass control on to others`() async throws {
    let rig = Self.rig()
    await rig.server.move(to: "https://auth.example", listeningOn: PracticeRig.base)
    for (host, status) in [("auth.example", 403), ("127.0.0.1:8088", 200)] {
      let answer = await rig.server.respond(
        to: HTTPRequest(
          method: "POST", url: "http://\(host)/practice/reset",
          fields: [HTTPField("Authorization", "Bearer " + Self.token)]))
      expect(answer.status, is: status)
    }
  }

  @Test(
    arguments: [
      nil, "", "Bearer", "Bearer x", "Bearer the-token-of-the-tesT", "Basic " + token, token,
      "Bearer \(token) \(token)", "Bearer the-token-of-the-test2",
    ] as [String?])
  func `nobody without the token controls the server`(authorization: String?) async throws {
    let rig = Self.rig()
    for path in ["reset", "faults", "clock", "users", "nothing"] {
      let answer = await send(rig, path, #"{"seconds": 9}"#, authorization: authorization)
      expect(answer.status, is: 401)
      expect(answer.field("WWW-Authenticate"), is: "Bearer realm=\"practice-control\"")
      expect(try answer.member("error").hasSuffix("."))
    }
    expect(await rig.server.now(), is: PracticeRig.start)
  }

  @Test func `a page of another origin never reads an answer`() async {
    let origin = HTTPField("Origin", "http://evil.example")
    let asked = HTTPField("Access-Control-Request-Method", "POST")
    for method in ["POST", "OPTIONS", "GET"] {
      for authorization in ["Bearer " + Self.token, nil] {
        let answer = await send(
          Self.rig(), "reset", "", method: method, authorization: authorization,
          fields: [origin, asked])
        expect(!answer.response.fields.contains { $0.name.hasPrefix("Access-Control") })
        expect(method == "POST" || [401, 405].contains(answer.status))
      }
    }
  }

  /// Bad bodies, and a word that the sentence must have.
  static let bad: [(path: String, body: String, says: String)] = [
    ("reset", "[]", "an array"), ("reset", "x", "not JSON"), ("reset", "{\"a\":1}", "'a'"),
    ("reset", #"{"keep_users": 1}"#, "true or false"),
    ("clock", "{}", "seconds"), ("clock", #"{"seconds": -1}"#, "-1"),
    ("clock", #"{"seconds": 1.5}"#, "1.5"), ("clock", #"{"seconds": "1"}"#, "'1'"),
    ("clock", #"{"seconds": 315360001}"#, "315360001"),
    ("clock", #"{"seconds": 9223372036854775807}"#, "9223372036854775807"),
    ("clock", #"{"seconds": 1, "seconds": 2}"#, "more than once"),
    ("faults", "{}", "is missing"), ("faults", #"{"fault": "gon"}"#, "'gon'"),
    ("faults", #"{"fault": "conflict", "endpoint": "steps"}"#, "does not affect steps"),
    ("faults", #"{"fault": "conflict", "endpoint": "/oauth2/token"}"#, "endpoint must be one of"),
    ("faults", #"{"fault": "conflict", "times": 1000001}"#, "1000001"),
    ("faults", #"{"fault": "no-iss"}"#, "--with iss"),
    ("faults", #"{"fault": null, "times": 1}"#, "name a fault"),
    ("users", "{}", "at least one"), ("users", #"{"users": {}}"#, "an object"),
    ("users", #"{"users": [1]}"#, "a number"), ("users", #"{"users": [{}]}"#, "user_id"),
    ("users", #"{"users": [{"user_id": "a b"}]}"#, "'a b'"),
    ("users", #"{"users": [{"user_id": "A", "steps": 1000001}]}"#, "steps"),
    ("users", #"{"users": [{"user_id": "A", "password": "x"}]}"#, "'password'"),
    ("users", #"{"sign_in": "NOBODY"}"#, "'NOBODY'"),
    ("users", #"{"decision": "maybe"}"#, "'maybe'"),
    ("users", #"{"decision": ["steps"]}"#, "'steps'"),
    (
      "users",
      "{\"users\":[{\"user_id\":\"A\",\"name\":\"\(String(repeating: "n", count: 101))\"}]}", "name"
    ),
    ("users", "{\"users\":[\(String(repeating: " ", count: 65_536))]}", "65536"),
  ]

  @Test(arguments: bad)
  func `bad input gets 400 and one sentence, and changes nothing`(
    path: String, body: String, says: String
  ) async throws {
    let rig = Self.rig()
    let before = await send(rig, "faults", #"{"fault": null}"#).text
    let answer = await send(rig, path, body)
    expect(answer.status, is: 400)
    let sentence = try answer.member("error")
    expect(sentence.contains(says), "\(sentence)")
    expect(sentence.hasSuffix(".") && !sentence.contains("\n"))
    expect(await send(rig, "faults", #"{"fault": null}"#).text, is: before)
  }

  @Test func `a reset forgets what was issued, granted, counted and set`() async throws {
    let rig = Self.rig()
    let tokens = try await rig.tokens()
    expect(await rig.profile(tokens.access).field("Fitbit-Rate-Limit-Remaining"), is: "149")
    let open = try PracticeDecisionTests.Page(
      await rig.authorize(PracticeRig.request().with("scope", "sleep")))
    _ = await send(rig, "clock", #"{"seconds": 60}"#)
    _ = await send(rig, "faults", #"{"fault": "gone"}"#)
    _ = await send(
      rig, "users", #"{"users":[{"user_id":"ANNA01"}],"sign_in":"ANNA01","decision":"deny"}"#)
    let state = try await send(rig, "reset", "").members()
    expect(state["now"] as? Int64 == PracticeRig.start && state["clock_ahead"] as? Int == 0)
    expect((state["faults"] as? [Any])?.isEmpty, is: true)
    expect(state["signed_in"] as? String == "2PRACT" && state["decision"] as? String == "ask")
    expect((state["users"] as? [Any])?.count, is: 2)
    expect(await rig.profile(tokens.access).status, is: 401)
    expect(await rig.refresh(tokens.refresh).status, is: 400)
    expect(await rig.authorize().status, is: 200)
    let late = await rig.post(
      "/oauth2/authorize/decision",
      ["page_token": open.token, "decision": "allow", "scope": "sleep"],
      fields: [HTTPField("Cookie", open.cookie)])
    expect(late.status, is: 400)
    let again = try await rig.tokens()
    expect(await rig.profile(again.access).field("Fitbit-Rate-Limit-Remaining"), is: "149")
  }

  @Test func `a reset has the faults of the start again, and can keep the users`() async throws {
    let rig = Self.rig { $0.faults = [.conflict] }
    _ = await send(rig, "faults", #"{"fault": null}"#)
    _ = await send(rig, "users", #"{"users": [{"user_id": "ANNA01"}], "sign_in": "ANNA01"}"#)
    let state = try await send(rig, "reset", #"{"keep_users": true}"#).members()
    expect((state["faults"] as? [[String: Any]])?.first?["fault"] as? String, is: "conflict")
    expect(state["signed_in"] as? String, is: "ANNA01")
  }

  @Test func `a fault strikes so many requests at an endpoint, and then no more`() async throws {
    let rig = Self.rig()
    let tokens = try await rig.tokens()
    _ = await send(rig, "faults", #"{"fault": "server-error", "endpoint": "profile", "times": 2}"#)
    expect(await rig.refresh(tokens.refresh).status, is: 200)
    let second = try await rig.tokens()
    let statuses = [
      await rig.profile(second.access).status, await rig.profile(second.access).status,
      await rig.profile(second.access).status,
    ]
    expect(statuses, is: [500, 500, 200])
    _ = await send(rig, "faults", #"{"fault": "wrong-state", "endpoint": "authorize", "times": 1}"#)
    let states = [
      await rig.authorize().redirectForm?.value(of: "state"),
      await rig.authorize().redirectForm?.value(of: "state"),
    ]
    expect(states, is: ["not-the-state-of-the-request", Guide.state])
    // No fault keeps a test from ending it.
    _ = await send(rig, "faults", #"{"fault": "gone"}"#)
    expect(await rig.authorize().status, is: 410)
    _ = await send(rig, "faults", #"{"fault": "gone", "times": 0}"#)
    expect(await rig.authorize().status, is: 302)
  }

  @Test func `there are at most 32 faults`() async throws {
    let rig = Self.rig { $0.features.insert(.issuer) }
    var statuses: [Int] = []
    for fault in PracticeFault.allCases {
      for name in [nil] + Endpoint.controlNames.map({ Optional($0) })
      where name.map({ fault.strikes($0.example) }) ?? true {
        let endpoint = name.map { ", \"endpoint\": \"\($0.name)\"" } ?? ""
        statuses.append(
          await send(rig, "faults", "{\"fault\": \"\(fault.rawValue)\"\(endpoint)}").status)
      }
    }
    expect(statuses.prefix(32).allSatisfy { $0 == 200 } && statuses.dropFirst(32).contains(400))
  }

  @Test func `the clock moves forward, so that codes and tokens expire`() async throws {
    let rig = Self.rig()
    let late = try await rig.code()
    _ = await send(rig, "clock", #"{"seconds": 600}"#)
    try await rig.redeem(late).expectRefusal(400, "invalid_grant", "Authorization code expired")
    let tokens = try await rig.tokens()
    _ = await send(rig, "clock", #"{"seconds": 28800}"#)
    try await rig.profile(tokens.access).expectRefusal(401, "expired_token")
    let state = try await send(rig, "clock", #"{"seconds": 0}"#).members()
    expect(state["clock_ahead"] as? Int, is: 29_400)
    // All moves together have a limit, too.
    expect(await send(rig, "clock", #"{"seconds": 315330600}"#).status, is: 200)
    let more = await send(rig, "clock", #"{"seconds": 1}"#)
    expect(more.status, is: 400)
    expect(try more.member("error").contains("0 seconds forward"))
    expect(try await rig.tokens().access.isEmpty, is: false)
  }

  @Test func `users have data, and one answers`() async throws {
    let rig = Self.rig()
    _ = await send(
      rig, "users",
      #"{"users": [{"user_id": "ANNA01", "name": "Anna <b>", "steps": 1000}], "sign_in": "ANNA01", "decision": "allow"}"#
    )
    let answer = await rig.authorize()
    expect(answer.status == 302 && answer.summary == "granted by control")
    let code = try #require(answer.redirectForm?.value(of: "code"))
    let tokens = await rig.redeem(code)
    expect(try tokens.member("user_id"), is: "ANNA01")
    let access = try tokens.pair().access
    let steps = await rig.get("/1/user/-/activities/steps/date/today/1d.json", bearer: access)
    expect(steps.text.firstMatch(of: #/"value": ?"1000"/#) != nil, "\(steps.text)")
    // Put in the place of the user of that name.
    _ = await send(
      rig, "users", #"{"users": [{"user_id": "ANNA01", "steps": 5}], "decision": ["profile"]}"#)
    expect(await rig.profile(access).text.contains("\"ANNA01\""))
    let part = await rig.authorize()
    let granted = await rig.redeem(try #require(part.redirectForm?.value(of: "code")))
    expect(try granted.member("scope"), is: "profile")
    _ = await send(rig, "users", #"{"decision": "deny"}"#)
    expect(await rig.authorize().redirectForm?.value(of: "error"), is: "access_denied")
    _ = await send(rig, "users", #"{"decision": "ask", "sign_in": "2OTHER"}"#)
    let page = await rig.authorize(PracticeRig.request().with("scope", "sleep"))
    expect(page.status == 200 && page.text.contains("Alex Other"))
  }

  @Test func `there are at most 500 users, all or none of a request`() async throws {
    let rig = Self.rig()
    func users(_ range: Range<Int>) -> String {
      "{\"users\": [" + range.map { "{\"user_id\": \"U\($0)\"}" }.joined(separator: ",") + "]}"
    }
    expect(await send(rig, "users", users(0..<498)).status, is: 200)
    expect(await send(rig, "users", users(497..<499)).status, is: 400)
    expect(
      (try await send(rig, "clock", #"{"seconds": 0}"#).members()["users"] as? [Any])?.count,
      is: 500)
  }
}
