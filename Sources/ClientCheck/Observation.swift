import HTTPMessages
import Vocabulary

/// Everything that happened in one case: the log of the server, the browser, and the processes.
struct Observation: Sendable {
  /// One request that reached the server, with the response.
  struct Exchange: Sendable {
    let at: Duration
    /// The time of the response.
    let end: Duration
    let request: HTTPRequest
    /// The status of the response; 0 if the connection ended without one.
    let status: Int
    /// The practice server's own explanation of a rejection, or `nil`.
    let cause: String?
    /// The number of the turn, from 0; processes that run at once have the same.
    let turn: Int

    var path: String { URLParts(request.url).path }
    var isOfMetadata: Bool { path.hasPrefix(PracticePath.metadata) }
    /// The parameters of the body; empty if it is not a form.
    var form: Form { request.form ?? Form([]) }
    var grantType: String { form.value(of: "grant_type") ?? "" }
  }

  /// One authorization request that the browser opened.
  struct Visit: Sendable {
    let at: Duration
    let url: String
    let turn: Int
    /// The redirect of the server; `nil` if it showed a page instead.
    let redirect: String?
    /// The status of the authorization endpoint; 0 for a URL that was not opened.
    let status: Int
    /// The server's reason for a rejection, or `nil`.
    let reason: String?

    var query: Form { URLParts(url).query.flatMap { try? Form(decoding: $0) } ?? Form([]) }
  }

  /// One request of the browser to the client's redirect URI.
  struct Delivery: Sendable {
    let at: Duration
    let url: String
    let turn: Int
    /// The status that the client returned; 0 if it did not respond, `nil` if nothing listened.
    let status: Int?
    /// The response: its header section and its body.
    let response: [UInt8]

    /// The response as text, and its media type.
    var page: (text: String, type: String) {
      let text = String(decoding: response, as: UTF8.self)
      let field = text.split(whereSeparator: \.isNewline).map { $0.lowercased() }
        .first { $0.hasPrefix("content-type:") }
      return (text, String(field?.dropFirst("content-type:".count) ?? ""))
    }
  }

  /// One process of the client.
  struct Process: Sendable {
    let ending: ClientProcess.Ending
    let output: String
    let isOutputCut: Bool
    let seconds: Double
    /// Whether another process still had its output open when it had ended.
    let isLeft: Bool
    /// The permission bits of the token file; `nil` if the client wrote none.
    let tokenFileMode: UInt32?
    var turn = 0

    /// The last message of the output in at most 2,000 characters, unless it is the authorization URL.
    var lastLine: String? {
      let lines = output.split(whereSeparator: \.isNewline).filter {
        $0.contains { !$0.isWhitespace }
      }
      let line = Crash.line(in: output) ?? Crash.message(in: lines)
      guard let line, !line.contains("response_type=") else { return nil }
      return Harmless.line(String(line.prefix(2000)))
    }
  }

  /// The parts of the honest run with which another run is compared.
  struct Earlier: Sendable {
    var query: Form?
    var verifier: String?
    /// The lines of the output.
    var lines: Set<Substring> = []
  }

  var exchanges: [Exchange] = []
  var visits: [Visit] = []
  var deliveries: [Delivery] = []
  var processes: [Process] = []
  /// A URL that a browser was asked to open, and that is not an authorization URL.
  var otherURL: String?
  /// The end of the last process of each turn.
  var ends: [Int: Duration] = [:]
  /// The processes that left the group of the client, and were ended.
  var strays: [String] = []
  /// A file with a secret that other users can read; `nil` if there is none.
  var exposedFile: String?
  /// The time of the last message to the user in each turn.
  var messages: [Int: Duration] = [:]
  /// Whether the client listened at every address; `nil` if that could not be tried.
  var isHeldBeyondLoopback: Bool?
  /// The secrets of the case: client secret and tokens.
  var secrets: Set<String> = []
  /// The refresh tokens among them.
  var refreshTokens: Set<String> = []
  /// The codes that the server issued, and the verifiers that the client sent: short-lived secrets.
  var proofs: Set<String> = []

  /// The honest run before this one.
  var earlier = Earlier()

  /// Whether the client was told the issuer alone.
  var isDiscovered = false
  /// The credentials of a confidential client; `nil` if the client has no secret.
  var credentials: RegisteredCredentials?

  /// Whether the client knows that the server supports PKCE, and therefore sends no state.
  var reliesOnPKCE: Bool {
    guard isDiscovered, let query = visits.first?.query else { return false }
    return query.value(of: "state") == nil && query.value(of: "code_challenge_method") == "S256"
  }

  var tokenRequests: [Exchange] {
    exchanges.filter { $0.path == PracticePath.token && $0.request.method == "POST" }
  }
  var codeExchanges: [Exchange] {
    tokenRequests.filter { $0.grantType == "authorization_code" }
  }
  var revocations: [Exchange] {
    exchanges.filter { $0.path == PracticePath.revoke && $0.request.method == "POST" }
  }
  var refreshes: [Exchange] { tokenRequests.filter { $0.grantType == "refresh_token" } }
  var apiCalls: [Exchange] { exchanges.filter { $0.path == PracticePath.profile } }
  /// The calls of the API that present a token: one without says nothing about its use.
  var tokenCalls: [Exchange] {
    apiCalls.filter { call in
      call.request.method == "GET"
        && (call.request.authenticationScheme != nil || call.request.url.contains("access_token="))
    }
  }
  var profileReads: [Exchange] { apiCalls.filter { $0.status == 200 } }
  /// The whole output of every process.
  var output: String { processes.map(\.output).joined(separator: "\n") }

  /// Whether the client told the user something after everything else in a turn.
  ///
  /// A client that gives up may revoke its tokens afterwards.
  func saysSomething(in turn: Int) -> Bool {
    let events =
      exchanges.filter { $0.turn == turn && ($0.path != PracticePath.revoke || turn > 0) }.map(
        \.end)
      + deliveries.filter { $0.turn == turn }.map(\.at)
    return messages[turn].map { message in events.allSatisfy { $0 <= message } } ?? false
  }

  /// The values of this run, for the comparison with a later one.
  var asEarlier: Earlier {
    Earlier(
      query: visits.first?.query,
      verifier: codeExchanges.first?.form.value(of: "code_verifier"),
      lines: Set(output.split(whereSeparator: \.isNewline)))
  }

  /// The longest time between two events.
  var longestGap: Duration {
    let times = (visits.map(\.at) + deliveries.map(\.at) + exchanges.map(\.at)).sorted()
    return zip(times, times.dropFirst()).map { $1 - $0 }.max() ?? .zero
  }

  /// Whether the client sent a token before the user granted access: an empty one, or one of another run.
  var usesOtherTokens: Bool {
    let first = (tokenCalls + refreshes).filter { $0.turn == 0 }.map(\.at).min()
    return first.map { first in !visits.contains { $0.at < first } } ?? false
  }

  /// Whether the client asked the user again after a rejected API call.
  var asksAgain: Bool {
    visits.contains { visit in
      tokenCalls.contains { $0.turn == visit.turn && $0.status == 401 && $0.at < visit.at }
    }
  }

  /// Whether a redirect reached the client.
  var isDelivered: Bool { deliveries.contains { $0.status != nil } }
}
