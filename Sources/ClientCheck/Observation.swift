import HTTPMessages
import Vocabulary

/// Everything that happened in one case: the log of the server, the browser, and the processes.
struct Observation: Sendable {
  /// One request that reached the server, with the response.
  struct Exchange: Sendable {
    let at: Duration
    let request: HTTPRequest
    let status: Int
    /// The practice server's own explanation of a rejection, or `nil`.
    let cause: String?
    let process: Int

    var path: String { URLParts(request.url).path }
    /// The parameters of the body; empty if it is not a form.
    var form: Form { request.form ?? Form([]) }
    var grantType: String { form.value(of: "grant_type") ?? "" }
  }

  /// One authorization request that the browser opened.
  struct Visit: Sendable {
    let at: Duration
    let url: String
    let process: Int
    /// The redirect of the server; `nil` if it showed a page instead.
    let redirect: String?
    /// The status of the authorization endpoint.
    let status: Int

    var query: Form { URLParts(url).query.flatMap { try? Form(decoding: $0) } ?? Form([]) }
  }

  /// One request of the browser to the client's redirect URI.
  struct Delivery: Sendable {
    let at: Duration
    let url: String
    let process: Int
    /// Whether a client may use it: the real redirect, with the real values.
    let isGenuine: Bool
    /// The status that the client returned; `nil` if nothing listened or responded.
    let status: Int?
    let body: [UInt8]
  }

  /// One process of the client.
  struct Process: Sendable {
    let ending: ClientProcess.Ending
    let output: String
    let isOutputCut: Bool
    let seconds: Double
    let strays: [String]
    /// The permission bits of the token file; `nil` if the client wrote none.
    let tokenFileMode: UInt32?

    /// The last line of the output in at most 120 characters, unless it is the authorization URL.
    var lastLine: String? {
      let line = output.split(whereSeparator: \.isNewline).last { $0.contains { !$0.isWhitespace } }
      guard let line, !line.contains("response_type=") else { return nil }
      return Harmless.line(String(line.prefix(120)))
    }
  }

  var exchanges: [Exchange] = []
  var visits: [Visit] = []
  var deliveries: [Delivery] = []
  var processes: [Process] = []
  /// Whether the client listened at every address; `nil` if that could not be tried.
  var isHeldBeyondLoopback: Bool?
  /// The secrets of the case: client secret, codes, tokens, verifiers.
  var secrets: Set<String> = []

  /// Whether the client was told the issuer alone.
  var isDiscovered = false
  /// Whether the client has a secret.
  var hasClientSecret = false

  var tokenRequests: [Exchange] {
    exchanges.filter { $0.path == PracticePath.token && $0.request.method == "POST" }
  }
  var codeExchanges: [Exchange] {
    tokenRequests.filter { $0.grantType == "authorization_code" }
  }
  var refreshes: [Exchange] { tokenRequests.filter { $0.grantType == "refresh_token" } }
  var apiCalls: [Exchange] { exchanges.filter { $0.path == PracticePath.profile } }
  var profileReads: [Exchange] { apiCalls.filter { $0.status == 200 } }
  /// The whole output of every process.
  var output: String { processes.map(\.output).joined(separator: "\n") }
  /// Whether a redirect reached the client.
  var isDelivered: Bool { deliveries.contains { $0.status != nil } }
}
