import HTTPMessages
import TestSupport
import Testing
import Vocabulary

@testable import PracticeServer

/// What the log says of a refusal besides Fitbit's words: a row for each mistake that people have reported.
struct PracticeCauseTests {
  /// A verifier with its S256 challenge, which has both characters of base64url.
  private static let verifier = "2ISaJiHkTj0rLGlkoMXGjtEkDnNfribxUdl7dXTPyLs"
  private static let challenge = "hoqb1IvS0m3_7KUrL2N5bCNEWR7wBsNk-s6Qd1C3Qqc"
  /// The SHA-256 digest of the verifier, as sha256sum prints it.
  private static let digest = "868a9bd48bd2d26dffeca52b2f63796c2344591ef006c364face907750b742a7"

  private static func request(_ changes: [(String, String?)] = []) -> Form {
    let base: [(String, String?)] = [
      ("response_type", "code"), ("client_id", "CLI001"), ("redirect_uri", PracticeRig.redirectURI),
      ("scope", "activity"), ("state", "s1"), ("code_challenge", challenge),
      ("code_challenge_method", "S256"),
    ]
    let names = Set(changes.map(\.0))
    let all = base.filter { !names.contains($0.0) } + changes
    return Form(all.compactMap { name, value in value.map { Form.Pair(name, $0) } })
  }

  private static func rig() -> PracticeRig { PracticeRig { $0.autoApproves = true } }

  /// A code for an authorization request.
  private static func code(_ rig: PracticeRig, _ changes: [(String, String?)] = []) async throws
    -> String
  {
    let answer = await rig.authorize(request(changes))
    let location = try #require(answer.response.fields.value(of: "Location"))
    let form = try Form(decoding: URLParts(location).query ?? "")
    return try #require(form.value(of: "code"))
  }

  private static func exchange(
    _ rig: PracticeRig, _ code: String, verifier: String? = verifier,
    uri: String = PracticeRig.redirectURI
  ) async -> PracticeServer.LoggedResponse {
    let pairs =
      [
        Form.Pair("grant_type", "authorization_code"), Form.Pair("client_id", "CLI001"),
        Form.Pair("code", code), Form.Pair("redirect_uri", uri),
      ] + (verifier.map { [Form.Pair("code_verifier", $0)] } ?? [])
    return await send(rig, body: Form(pairs).encoded)
  }

  private static func send(
    _ rig: PracticeRig, body: String, type: String? = Form.mediaType, query: String = "",
    basic: String? = nil
  ) async -> PracticeServer.LoggedResponse {
    let header = basic.map {
      [HTTPField("Authorization", "Basic " + Base64.standard.encode(Array($0.utf8)))]
    }
    return await rig.server.respond(
      to: HTTPRequest(
        method: "POST", url: PracticeRig.base + "/oauth2/token" + query,
        fields: (type.map { [HTTPField("Content-Type", $0)] } ?? []) + (header ?? []),
        body: Array(body.utf8)))
  }

  /// Authorization requests, by the changes to a faultless one, and what has to be named.
  static let requests: [(changes: [(String, String?)], names: [String])] = [
    ([], []),
    ([("code_challenge", digest)], ["43 characters", "hexadecimal"]),
    ([("code_challenge", challenge + "=")], ["padding"]),
    ([("code_challenge_method", "s256")], ["s256", "S256", "case"]),
    (
      [("code_challenge", nil), ("code_challange", challenge)],
      ["code_challange", "code_challenge"]
    ),
    ([("code_challenge", nil)], ["without a code_challenge"]),
    ([("scope", "activity,heartrate")], ["spaces", "commas"]),
    ([("redirect_uri", "https://127.0.0.1:8089/callback")], ["scheme", "--redirect-uri"]),
    (
      [("redirect_uri", "http://127.0.0.1:3000/callback")],
      ["port differs (8089, 3000)", "--redirect-uri"]
    ),
    ([("redirect_uri", "http://127.0.0.1:8089/callback/")], ["slash", "--redirect-uri"]),
    ([("redirect_uri", "http://127.0.0.1:8089/Callback")], ["letter case"]),
    (
      [("redirect_uri", "http%3A%2F%2F127.0.0.1%3A8089%2Fcallback")], ["percent-encoded twice"]
    ),
    ([("redirect_uri", "http://127.0.0.1:8089/callback#x")], ["fragment"]),
    ([("client_id", "1234567890-abc.apps.googleusercontent.com")], ["Google"]),
    ([("state", nil)], ["no state"]), ([("state", "é")], ["printable ASCII", "Appendix A.5"]),
    ([("state", "a b~")], []),
    // Nothing is asserted where nothing is known.
    ([("client_id", "NOBODY")], []), ([("scope", "activity irn9")], []),
  ]

  @Test(arguments: requests.indices)
  func `an authorization request is explained in the log, and on the page if it is refused`(
    row: Int
  )
    async throws
  {
    let (changes, names) = Self.requests[row]
    let answer = await Self.rig().authorize(Self.request(changes))
    let cause = answer.cause ?? ""
    for name in names { expect(cause.contains(name), "\(changes): \(cause)") }
    expect(cause.isEmpty, is: names.isEmpty, "\(changes): \(cause)")
    if answer.response.status == 400, !names.isEmpty {
      let page = String(decoding: answer.response.body, as: UTF8.self)
      expect(page.contains("The practice server adds:"))
    }
  }

  @Test func `a state or a challenge that comes again is told`() async {
    let rig = Self.rig()
    expect(await rig.authorize(Self.request()).cause, is: nil)
    expect(await rig.authorize(Self.request()).cause?.contains("state was used before"), is: true)
    let other = await rig.authorize(Self.request([("state", "s2")]))
    expect(other.cause?.contains("code_challenge was used before"), is: true)
  }

  @Test func `a verifier that does not match is explained`() async throws {
    let plain: [(String, String?)] = [("code_challenge_method", nil)]
    let other: [(String, String?)] = [
      // RFC 7636 Appendix B.
      ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"), ("state", "s9"),
    ]
    let rows: [([(String, String?)], String?, [String])] = [
      (plain, Self.verifier, ["No code_challenge_method", "S256", "matches"]),
      ([], Self.challenge, ["challenge itself"]),
      ([("code_challenge", Self.digest)], Self.verifier, ["hexadecimal"]),
      ([], nil, ["no code_verifier"]), (other, Self.verifier, ["another transaction"]),
      ([], "aVerifierOfNoAuthorizationAtAllWith43CharsXXX", []),
    ]
    for (changes, verifier, names) in rows {
      let rig = Self.rig()
      _ = try await Self.code(rig)
      let answer = await Self.exchange(rig, try await Self.code(rig, changes), verifier: verifier)
      expect(answer.response.status, is: 400)
      let cause = answer.cause ?? ""
      for name in names { expect(cause.contains(name), "\(changes): \(cause)") }
      expect(cause.isEmpty, is: names.isEmpty, cause)
    }
  }

  @Test func `a code that cannot be exchanged is explained`() async throws {
    let rig = Self.rig()
    let code = try await Self.code(rig)
    for (sent, name) in [
      (code + "#_=_", "fragment"), (code + "&amp;scope=read", "rest of the URL"),
      (code + "\n", "Whitespace"), ("AuthCode", "placeholder"),
    ] {
      let answer = await Self.exchange(rig, sent)
      expect(answer.cause?.contains(name), is: true, "\(sent): \(answer.cause ?? "")")
    }
    let elsewhere = await Self.exchange(rig, code, uri: "https://127.0.0.1:8089/callback")
    expect(elsewhere.cause?.contains("the scheme differs (http, https)"), is: true)
    let bearer = await rig.get("/1/user/-/profile.json", bearer: code)
    expect(bearer.cause?.contains("authorization code that was not exchanged"), is: true)
    expect(await Self.exchange(rig, code).response.status, is: 200)
    expect(await Self.exchange(rig, code).cause?.contains("used before"), is: true)
    let unknown = await Self.exchange(rig, String(repeating: "a", count: 40))
    expect(unknown.cause, is: nil)
  }

  @Test func `a body that is no form is explained, and so is a client that is refused`() async {
    let rig = PracticeRig {
      $0.clients.append(
        PracticeClient(
          identifier: "ODD001", applicationType: .server, secret: ClientSecret("Abcd+1234"),
          redirectURIs: []))
    }
    let (secret, grant) = (PracticeRig.serverBasic, "grant_type=client_credentials")
    let rows: [(String, String?, String, String?, String)] = [
      ("", Form.mediaType, "?" + grant, secret, "in the query"),
      (#"{"grant_type":"client_credentials"}"#, "application/json", "", secret, "JSON"),
      ("--x", "multipart/form-data; boundary=x", "", secret, "multipart"),
      (grant, "application/json", "", secret, "Content-Type is application/json"),
      (grant, nil, "", secret, "Content-Type is missing"),
      ("", Form.mediaType, "", secret, "no body"),
      ("", nil, "?" + grant, nil, "no body. Its parameters are in the query"),
      (grant + "&client_secret=x", Form.mediaType, "", secret, "Basic and client_secret"),
      (grant, Form.mediaType, "?grant_type=password", secret, "in the query and in the body"),
      (grant + "&client_id=SRV001&client_secret=x", Form.mediaType, "", nil, "in the body"),
      (grant, Form.mediaType, "", "CLI001:", "secret is empty"),
      (grant, Form.mediaType, "", "ODD001:Abcd+1234", "Abcd%2B1234"),
    ]
    for (body, type, query, basic, name) in rows {
      let answer = await Self.send(rig, body: body, type: type, query: query, basic: basic)
      expect(answer.response.status >= 400)
      expect(answer.cause?.contains(name), is: true, "\(name): \(answer.cause ?? "nothing")")
    }
    let right = await Self.send(rig, body: grant, basic: "ODD001:Abcd%2B1234")
    expect(right.response.status == 200 && right.cause == nil)
    // A secret that is simply another one has no cause that is known.
    expect(await Self.send(rig, body: grant, basic: "SRV001:wrong").cause, is: nil)
  }

  @Test func `odd values work for a client that encodes, and are explained to one that does not`()
    async throws
  {
    let rig = PracticeRig {
      $0.autoApproves = true
      $0.features.insert(.oddValues)
      $0.clients = PracticeClient.standard.map(\.withOddSecret)
    }
    let code = try await Self.code(rig)
    for sign in "/+=%" { expect(code.contains(sign)) }
    // RFC 6749 Appendix B: a form decodes + to a space, and %2B to a plus sign.
    let raw =
      "grant_type=authorization_code&client_id=CLI001&code=\(code)&code_verifier=\(Self.verifier)"
    let refused = await Self.send(rig, body: raw)
    expect(refused.cause?.contains("The code was not form-encoded"), is: true)
    let granted = await Self.exchange(rig, code)
    expect(granted.response.status, is: 200)
    let pair = try granted.pair()
    // RFC 6750 §2.1: what a Bearer header may hold.
    expect(Grammar.isBearerToken(pair.access) && pair.access.contains("+"))
    expect(
      await rig.get("/1/user/-/activities/steps/date/today/1d.json", bearer: pair.access).response
        .status, is: 200)
    let bare = await Self.send(
      rig, body: "grant_type=refresh_token&client_id=CLI001&refresh_token=\(pair.refresh)")
    expect(bare.cause?.contains("The refresh token was not form-encoded"), is: true)
    let refreshed = await rig.post(
      "/oauth2/token",
      ["grant_type": "refresh_token", "client_id": "CLI001", "refresh_token": pair.refresh])
    expect(refreshed.response.status, is: 200)
    let secret = try #require(PracticeClient.standard.first?.withOddSecret.secret?.value)
    let grant = "grant_type=client_credentials"
    let plain = await Self.send(rig, body: grant, basic: "SRV001:" + secret)
    expect(plain.cause?.contains("not form-encoded within Basic"), is: true)
    let encoded = await Self.send(rig, body: grant, basic: "SRV001:" + Form.encode(secret))
    expect(encoded.response.status, is: 200)
  }
}
