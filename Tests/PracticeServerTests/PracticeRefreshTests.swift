import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

/// Rotation with Fitbit's repeat window: RFC 6749 §6, RFC 9700 §4.14.
struct PracticeRefreshTests {
  @Test(arguments: ["SRV001", "CLI001", "PER001"])
  func `a refresh gives a new pair, over and over`(client: String) async throws {
    let rig = PracticeRig()
    var pair = try await rig.tokens(client)
    var seen: Set = [pair.access, pair.refresh]
    for _ in 0..<5 {
      // An old refresh token never expires.
      rig.wait(40_000_000)
      pair = try await rig.refresh(pair.refresh, client: client).pair()
      expect(seen.insert(pair.access).inserted && seen.insert(pair.refresh).inserted)
      expect(pair.refresh.wholeMatch(of: #/[0-9a-f]{64}/#) != nil)
      expect(await rig.profile(pair.access).status, is: 200)
    }
  }

  @Test(arguments: [(0, true), (119, true), (120, false), (10_000, false)])
  func `a repeated refresh gets the same answer for two minutes`(
    seconds: Int64, isSame: Bool
  ) async throws {
    let rig = PracticeRig()
    let old = try await rig.tokens()
    let first = await rig.refresh(old.refresh)
    rig.wait(seconds)
    let second = await rig.refresh(old.refresh)
    guard isSame else {
      try second.expectRefusal(
        400, "invalid_grant", "Refresh token invalid: \(old.refresh). Visit https://")
      return
    }
    expect(second.status == 200 && second.text == first.text)
  }

  @Test(arguments: ["profile", "introspect", "refresh"])
  func `the first use of a new token ends the window`(use: String) async throws {
    let rig = PracticeRig()
    let old = try await rig.tokens()
    let new = try await rig.refresh(old.refresh).pair()
    let used =
      switch use {
      case "profile": await rig.profile(new.access)
      case "introspect":
        await rig.post("/1.1/oauth2/introspect", ["token": old.access], bearer: new.access)
      default: await rig.refresh(new.refresh)
      }
    expect(used.status, is: 200)
    expect(await rig.refresh(old.refresh).status, is: 400)
    // That was a replay: the whole family is dead.
    expect(await rig.profile(new.access).status, is: 401)
    expect(await rig.refresh(new.refresh).status, is: 400)
  }

  @Test func `a use of the old access token does not end the window`() async throws {
    let rig = PracticeRig()
    let old = try await rig.tokens()
    let first = await rig.refresh(old.refresh)
    expect(await rig.profile(old.access).status, is: 200)
    expect(await rig.refresh(old.refresh).text, is: first.text)
  }

  @Test func `a late replay ends the family and no other`() async throws {
    let rig = PracticeRig(off: [.oneRefreshToken])
    let other = try await rig.tokens()
    let first = try await rig.tokens()
    let second = try await rig.refresh(first.refresh).pair()
    let third = try await rig.refresh(second.refresh).pair()
    rig.wait(200)
    expect(await rig.refresh(first.refresh).status, is: 400)
    for token in [first.access, second.access, third.access] {
      expect(await rig.profile(token).status, is: 401)
    }
    for token in [first.refresh, second.refresh, third.refresh] {
      expect(await rig.refresh(token).status, is: 400)
    }
    expect(await rig.refresh(other.refresh).status, is: 200)
  }

  @Test func `fifty refreshes at once give one and the same new pair`() async throws {
    let rig = PracticeRig()
    let old = try await rig.tokens()
    let answers = await withTaskGroup { group in
      for _ in 0..<50 { group.addTask { await rig.refresh(old.refresh) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    expect(answers.allSatisfy { $0.status == 200 })
    expect(Set(answers.map(\.text)).count, is: 1)
    let new = try #require(try answers.first?.pair())
    expect(await rig.refresh(new.refresh).status, is: 200)
  }

  @Test func `another client cannot refresh, and ends nothing`() async throws {
    let rig = PracticeRig()
    let tokens = try await rig.tokens()
    for client in ["SRV001", "PER001"] {
      try await rig.refresh(tokens.refresh, client: client).expectRefusal(400, "invalid_grant")
    }
    expect(await rig.refresh(tokens.refresh).status, is: 200)
  }

  private func refresh(
    _ rig: PracticeRig, _ token: String, scope: String
  ) async -> PracticeServer.LoggedResponse {
    await rig.post(
      "/oauth2/token",
      [
        "grant_type": "refresh_token", "client_id": "CLI001", "refresh_token": token,
        "scope": scope,
      ])
  }

  @Test(arguments: ["activity profile sleep", "sleep", " ", "activity,profile"])
  func `the scope cannot grow at a refresh`(scope: String) async throws {
    let rig = PracticeRig()
    let old = try await rig.tokens()
    try await refresh(rig, old.refresh, scope: scope).expectRefusal(400, "invalid_scope")
    expect(await rig.refresh(old.refresh).status, is: 200)
  }

  @Test func `the scope may shrink, for the access token only`() async throws {
    let rig = PracticeRig()
    let answer = await refresh(rig, try await rig.tokens().refresh, scope: "activity")
    expect(try answer.member("scope"), is: "activity")
    let less = try answer.pair()
    expect(await rig.profile(less.access).status, is: 403)
    // RFC 6749 §6: the new refresh token covers what the old one did.
    let more = await rig.refresh(less.refresh)
    expect(try more.member("scope"), is: "activity profile")
    expect(await rig.profile(try more.pair().access).status, is: 200)
    let empty = await refresh(rig, try more.pair().refresh, scope: "")
    expect(try empty.member("scope"), is: "activity profile")
  }
}
