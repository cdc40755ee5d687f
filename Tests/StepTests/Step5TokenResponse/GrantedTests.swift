import HTTPMessages
import Step5TokenResponse
import TestSupport
import Testing
import Vocabulary

struct GrantedTests {
  @Test func `the guide's answer gives every member, and all is explained`() throws {
    let step = TestTokenResponse.step(TestTokenResponse.good)
    let tokens = try step.output()
    expect(tokens.accessToken.value, is: "eyJhbGciOiJIUzI1NiJ9.e30.abc")
    expect(tokens.tokenType, is: "Bearer")
    expect(tokens.expiresIn, is: 28800)
    expect(tokens.refreshToken?.value.count, is: 64)
    expect(tokens.scope.value, is: Guide.scope)
    expect(tokens.userID, is: "GGNJL9")
    // Both tokens are marked secret.
    let outputs = step.run().outputs
    expect(
      outputs.filter(\.isSecret).map(\.name), is: ["access_token", "refresh_token"])
    for parameter in step.inputs + outputs {
      let told = parameter.explained(in: "token-response", at: .fitbit)
      expect(told.reference != nil, "\(parameter.name)")
    }
    expect(step.inputs.first { $0.name == "received_at" }?.value, is: "2026-11-22T12:00:00Z")
    // White space around the JSON does not matter.
    #expect(throws: Never.self) {
      try TestTokenResponse.step("\r\n\t " + TestTokenResponse.good + "\n\n").output()
    }
  }

  @Test func `only access_token and token_type are required`() throws {
    // RFC 6749 §5.1: the rest is optional or recommended.
    let step = TestTokenResponse.with("")
    let tokens = try step.output()
    expect(tokens.expiresIn == nil && tokens.refreshToken == nil && tokens.userID == nil)
    // A missing scope is the requested one: RFC 6749 §5.1.
    expect(tokens.scope, is: Scope(Guide.scope))
    let nulls = #", "expires_in": null, "refresh_token": null, "scope": null, "user_id": null"#
    expect(try TestTokenResponse.with(nulls).output(), is: tokens)
    // Without a lifetime there is no end.
    expect(!step.run().outputs.contains { $0.name == "expires_at" })
  }

  @Test(arguments: ["Bearer", "bearer", "BEARER", "bEaReR"])
  func `the token type is compared without regard to case`(type: String) throws {
    // RFC 6749 §5.1: the value is case insensitive.
    let step = TestTokenResponse.step(#"{"access_token": "a", "token_type": "\#(type)"}"#)
    expect(try step.output().tokenType, is: type)
  }

  @Test(arguments: [
    ("28800", 28800), ("0", 0), (#""3600""#, 3600), ("2147483647", 2_147_483_647),
    ("28800.0", 28800),
    ("2.88e4", 28800),
  ])
  func `a number of seconds is read`(text: String, seconds: Int) throws {
    expect(try TestTokenResponse.with(#", "expires_in": \#(text)"#).output().expiresIn, is: seconds)
  }

  @Test func `seconds in a string are accepted and remarked on`() {
    let texts = [#", "expires_in": "3600""#, #", "expires_in": 3600"#]
    let counts = texts.map { TestTokenResponse.with($0).run().notes.count }
    expect(counts[0], is: counts[1] + 1)
  }

  @Test(arguments: [
    // Each as python3 -c 'print(datetime.fromtimestamp(R, timezone.utc) + timedelta(seconds=S))'.
    (Int64(1_795_348_800), 28800, "2026-11-22T20:00:00Z"),
    (1_795_348_800, 0, "2026-11-22T12:00:00Z"),
    (1_795_348_800, 2_147_483_647, "2094-12-10T15:14:07Z"),
    // The last second of a leap day, and of a year.
    (1_709_251_199, 1, "2024-03-01T00:00:00Z"), (1_798_761_599, 1, "2027-01-01T00:00:00Z"),
    (0, 3600, "1970-01-01T01:00:00Z"),
  ])
  func `the end of the lifetime is counted from the answer`(
    receivedAt: Int64, seconds: Int, end: String
  ) throws {
    let body = #"{"access_token":"a","token_type":"Bearer","expires_in":\#(seconds)}"#
    let step = TestTokenResponse.step(body, receivedAt: receivedAt)
    let outputs = step.run().outputs
    expect(outputs.first { $0.name == "expires_at" }?.value, is: end)
  }

  @Test func `scopes that were not granted, or not asked for, are told`() throws {
    let step = TestTokenResponse.step(
      #"{"access_token": "a", "token_type": "Bearer", "scope": "sleep profile"}"#,
      scope: "activity sleep weight")
    let outputs = step.run().outputs
    expect(outputs.first { $0.name == "scope_not_granted" }?.value, is: "activity weight")
    expect(outputs.first { $0.name == "scope_not_requested" }?.value, is: "profile")
    let same = TestTokenResponse.with("")
    let names = same.run().outputs.map(\.name)
    expect(!names.contains("scope_not_granted") && !names.contains("scope_not_requested"))
  }

  @Test func `members that no specification names are kept, shown as they came and called unknown`()
    throws
  {
    let step = TestTokenResponse.with(
      #", "zzz": 1, "id_token": "x", "nested": {"a": [1, null, true, "t"]}, "empty": []"#)
    let outputs = step.run().outputs
    let unknown = outputs.filter { $0.meaning == Glossary.unknown }
    expect(unknown.map(\.name), is: ["empty", "nested", "zzz"])
    expect(unknown.map(\.value), is: ["[]", #"{"a":[1,null,true,"t"]}"#, "1"])
    expect(unknown.allSatisfy { $0.reference == nil })
    // RFC 8259 §7: a quotation mark and a backslash inside a string are escaped.
    let odd = TestTokenResponse.with(#", "odd": ["a\"b\\c"]"#)
    let shown = odd.run().outputs
    expect(shown.first { $0.name == "odd" }?.value, is: #"["a\"b\\c"]"#)
  }

  @Test func `of thousands of members so many are shown, and the number of all`() throws {
    let more = (0..<5000).map { #","m\#($0)":\#($0)"# }.joined()
    let run = TestTokenResponse.with(more).run()
    expect(run.failure?.reason, is: nil)
    expect(run.outputs.count <= 210)
    let notes = "\(run.notes)"
    expect(notes.contains("members, of which 200 are shown one by one."))
    expect(notes.contains("more."), notes)
  }

  @Test(
    arguments: [
      // RFC 6749 §3.3: names are separated by spaces, and a comma may be part of one.
      ("repo gist", "repo,gist", ["repo", "gist"], nil, 1),
      ("repo gist", "repo,user", ["repo", "user"], "gist", 1),
      ("repo gist", "repo gist", ["repo", "gist"], nil, 0), ("a,b c", "a,b", ["a,b"], "c", 0),
    ] as [(String, String, [String], String?, Int)])
  func `a scope with commas is a departure, and no decision of the user`(
    requested: String, granted: String, names: [String], missing: String?, departures: Int
  ) throws {
    let step = TestTokenResponse.step(
      #"{"access_token":"a","token_type":"Bearer","expires_in":1,"scope":"\#(granted)"}"#,
      scope: requested)
    let run = step.run()
    expect(try step.output().scope.names, is: names)
    expect(run.outputs.first { $0.name == "scope_not_granted" }?.value, is: missing)
    expect(run.departures.filter { $0.reference == .rfc6749("3.3") }.count, is: departures)
  }

  @Test
  func `a member that comes twice is refused where the specification has it, and told elsewhere`() {
    // RFC 6749 §3.2: response parameters MUST NOT be included more than once; RFC 8259 §4.
    let twice = #"{"access_token":"first","access_token":"second","token_type":"Bearer"}"#
    expect(TestTokenResponse.step(twice).failure?.reason, is: .parameterRepeated)
    let other = TestTokenResponse.with(#","x":1,"x":2"#).run()
    expect(other.failure?.reason, is: nil)
    expect(other.departures.contains { $0.reference == .rfc8259("4") && $0.text.contains("x") })
  }
}
