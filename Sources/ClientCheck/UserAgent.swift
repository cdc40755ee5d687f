import HTTPMessages
import LoopbackHTTP
import PracticeServer
import Vocabulary

/// The user and the browser of a case: opens the authorization URL, decides, and follows the redirect.
actor UserAgent {
  private let practice: PracticeServer
  private let baseURL: String
  /// The issuer that the client was told, which can have a path.
  private let issuer: String
  private let poison: Poison
  private let record: Record
  private var seen: Set<String> = []

  init(practice: PracticeServer, baseURL: String, issuer: String, poison: Poison, record: Record) {
    self.practice = practice
    self.baseURL = baseURL
    self.issuer = issuer
    self.poison = poison
    self.record = record
  }

  /// Opens the authorization URL in a line of output, once for each URL and process.
  func open(_ line: String) async {
    guard let url = Self.authorizationURL(in: line), seen.insert(url).inserted else { return }
    let process = record.process
    let parts = URLParts(url)
    let isOurs = parts.withoutQueryAndFragment == baseURL + PracticePath.authorize
    let decision = poison.decision
    // The URL of another server is noted, not opened: the check sends nothing beyond this machine.
    let response =
      isOurs
      ? await practice.respond(to: HTTPRequest(.front, method: "GET", url: url)) {
        decision.decided($0)
      }.response : nil
    let location = response?.fields.value(of: "Location")
    record.note {
      $0.visits.append(
        .init(
          at: record.elapsed, url: url, process: process, redirect: location,
          status: response?.status ?? 0))
      if let location, let query = URLParts(location).query,
        let code = (try? Form(decoding: query))?.value(of: "code")
      {
        $0.secrets.insert(code)
      }
    }
    guard let location else { return }
    let usual: RedirectPoison? = issuer == baseURL ? nil : .rightIssuer
    let redirects =
      (poison.redirect ?? usual)?.redirects(for: location, issuer: issuer)
      ?? [PoisonedRedirect(url: location)]
    for (number, redirect) in redirects.enumerated() {
      await deliver(redirect, process, isFirst: number == 0)
    }
  }

  /// Sends one request to the client's listener, which may open a moment later than the browser.
  private func deliver(_ redirect: PoisonedRedirect, _ process: Int, isFirst: Bool) async {
    let parts = URLParts(redirect.url)
    let pieces = parts.authority.split(separator: ":")
    guard let port = pieces.last.flatMap({ UInt16($0) }), pieces.count == 2 else { return }
    let at = record.elapsed
    var outcome = LoopbackClient.Outcome.refused
    // A client may open the browser before its listener; five seconds are plenty.
    for _ in 0..<(isFirst ? 250 : 10) {
      record.touch()
      if isFirst, process == 0 {
        let isHeld = LoopbackClient.isHeldBeyondLoopback(port: port)
        record.note { $0.isHeldBeyondLoopback = isHeld }
      }
      outcome = await LoopbackClient.send(
        redirect.bytes, to: "127.0.0.1", port: port, within: .seconds(2))
      guard outcome == .refused, process == record.process else { break }
      if isFirst, record.observation.processes.count > process { break }
      try? await Task.sleep(for: .milliseconds(20))
    }
    let result = outcome
    record.note { observation in
      let (status, body): (Int?, [UInt8]) =
        if case .response(let status, let bytes) = result { (status, bytes) } else { (nil, []) }
      observation.deliveries.append(
        .init(
          at: at, url: redirect.url, process: process, isGenuine: redirect.isGenuine,
          status: status ?? (result == .silent ? 0 : nil), body: body))
    }
  }

  /// The first URL in a line that asks for authorization.
  private static func authorizationURL(in line: String) -> String? {
    var rest = Substring(line)
    while let start = rest.firstRange(of: "http") {
      let url = rest[start.lowerBound...].prefix { !" \t\"'<>\u{1B}".contains($0) }
      if url.contains("response_type="), url.contains("client_id=") { return String(url) }
      rest = rest[start.upperBound...]
    }
    return nil
  }
}

extension Poison.Decision {
  /// The user's decision on the requested scopes.
  func decided(_ scope: Scope) -> UserDecision {
    switch self {
    case .grants: .allow(scope)
    case .grantsLess: .allow(Scope(scope.names.dropLast().joined(separator: " ")))
    case .denies: .deny
    }
  }
}
