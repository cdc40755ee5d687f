import HTTPMessages
import TestSupport
import Vocabulary

@testable import LoopbackHTTP
@testable import PracticeServer

/// A practice server with a clock that the test sets, and random values that are always the same.
struct PracticeRig {
  static let base = "http://127.0.0.1:8088"
  static let redirectURI = "http://127.0.0.1:8089/callback"
  /// The top of an hour: 2026-11-20 10:00 UTC.
  static let start: Int64 = 1_795_168_800

  let server: PracticeServer
  private let clock: Lock<Int64>

  init(
    off: Set<Rule> = [], ledger: Ledger = Ledger(), at time: Int64 = start, seed: UInt64 = 1,
    _ change: (inout PracticeConfiguration) -> Void = { _ in }
  ) {
    var configuration = PracticeConfiguration(baseURL: Self.base, rulesOff: off)
    change(&configuration)
    let clock = Lock(time)
    let generator = Lock(SeededGenerator(seed: seed))
    self.clock = clock
    server = PracticeServer(
      configuration: configuration, ledger: ledger, now: { clock.withLock { $0 } },
      randomOctets: { count in generator.withLock { $0.bytes(count) } })
  }

  /// A server with every rule on but these, whatever its profile would leave off.
  static func strict(off: Set<Rule> = []) -> PracticeRig { PracticeRig { $0.rulesOff = off } }

  /// Lets seconds go by.
  func wait(_ seconds: Int64) { clock.withLock { $0 += seconds } }

  /// The authorization request of an honest client.
  static func request(_ client: String = "CLI001") -> Form {
    Form([
      Form.Pair("response_type", "code"), Form.Pair("client_id", client),
      Form.Pair("redirect_uri", redirectURI), Form.Pair("scope", "activity profile"),
      Form.Pair("state", Guide.state), Form.Pair("code_challenge", Guide.challenge),
      Form.Pair("code_challenge_method", "S256"),
    ])
  }

  func authorize(
    _ form: Form = request(), fields: [HTTPField] = []
  ) async -> PracticeServer.LoggedResponse {
    await server.respond(to: Self.authorizing(form, fields: fields))
  }

  static func authorizing(_ form: Form, fields: [HTTPField] = []) -> HTTPRequest {
    HTTPRequest(method: "GET", url: base + "/oauth2/authorize?" + form.encoded, fields: fields)
  }

  /// Sends a form; `basic` is what stands in the Basic header before Base64.
  func post(
    _ path: String, _ pairs: KeyValuePairs<String, String>, basic: String? = nil,
    bearer: String? = nil, fields: [HTTPField] = []
  ) async -> PracticeServer.LoggedResponse {
    let form = Form(pairs.map { Form.Pair($0.key, $0.value) })
    return await server.respond(
      to: HTTPRequest(
        method: "POST", url: Self.base + path,
        fields: [HTTPField("Content-Type", Form.mediaType)] + Self.authorization(basic, bearer)
          + fields, body: Array(form.encoded.utf8)))
  }

  func get(
    _ path: String, bearer: String? = nil, at base: String = base
  ) async -> PracticeServer.LoggedResponse {
    await server.respond(
      to: HTTPRequest(
        method: "GET", url: base + path, fields: Self.authorization(nil, bearer)))
  }

  private static func authorization(_ basic: String?, _ bearer: String?) -> [HTTPField] {
    (basic.map { [HTTPField("Authorization", "Basic " + Base64.standard.encode(Array($0.utf8)))] }
      ?? []) + (bearer.map { [HTTPField("Authorization", "Bearer " + $0)] } ?? [])
  }

  static let serverBasic = "SRV001:practice-secret-of-the-server-app"
  static let personalBasic = "PER001:practice-secret-of-the-personal-app"
}
