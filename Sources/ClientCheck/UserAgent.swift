import HTTPMessages
import LoopbackHTTP
import PracticeServer
import Vocabulary

/// The user and the browser of a case: opens the authorization URL, decides, and follows the redirect.
actor UserAgent {
  /// The most URLs that are opened in a turn.
  private static let visitLimit = 20

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

  /// Opens the authorization URL in a line of output, once for each request, however it is encoded.
  func open(_ line: ClientProcess.Line) async {
    // A client that floods its output is ended soon; until then, its first URLs are enough.
    let found = PrintedURL.authorizationURL(in: line.text, isAlone: line.isFromBrowser)
    if found == nil, line.isFromBrowser { record.note { $0.otherURL = line.text } }
    guard seen.count < Self.visitLimit, let url = found,
      seen.insert(Self.meaning(of: url)).inserted
    else { return }
    let turn = record.turn
    let parts = URLParts(url)
    let isOurs = parts.withoutQueryAndFragment == baseURL + PracticePath.authorize
    let decision = poison.decision
    // The URL of another server is noted, not opened: the check sends nothing beyond this machine.
    let logged =
      isOurs
      ? await practice.respond(to: HTTPRequest(.front, method: "GET", url: url)) {
        decision.decided($0)
      } : nil
    let location = logged?.response.fields.value(of: "Location")
    record.note {
      $0.visits.append(
        .init(
          at: record.elapsed, url: url, turn: turn, redirect: location,
          status: logged?.response.status ?? 0, reason: logged?.reason))
      if let location, let query = URLParts(location).query,
        let code = (try? Form(decoding: query))?.value(of: "code")
      {
        $0.proofs.insert(code)
      }
    }
    guard let location else { return }
    let usual: RedirectPoison? = issuer == baseURL ? nil : .rightIssuer
    let redirects =
      (poison.redirect ?? usual)?.redirects(for: location, issuer: issuer)
      ?? [PoisonedRedirect(url: location)]
    for (number, redirect) in redirects.enumerated() {
      await deliver(redirect, turn, isFirst: number == 0)
    }
  }

  /// The same text for every encoding of one request: a client may print its URL, and let a library that
  /// encodes it again open the browser.
  private static func meaning(of url: String) -> String {
    let parts = URLParts(url)
    guard let query = parts.query, let form = try? Form(decoding: query) else { return url }
    return parts.withoutQueryAndFragment + "?" + form.encoded
  }

  /// Sends one request to the client's listener, which may open a moment later than the browser.
  private func deliver(_ redirect: PoisonedRedirect, _ turn: Int, isFirst: Bool) async {
    let parts = URLParts(redirect.url)
    let pieces = parts.authority.split(separator: ":")
    guard let port = pieces.last.flatMap({ UInt16($0) }), pieces.count == 2 else { return }
    let examines = isFirst && turn == 0
    var at = record.elapsed
    var outcome = LoopbackClient.Outcome.refused
    // A client may open the browser before its listener; five seconds are plenty.
    let end = record.elapsed + (isFirst ? .seconds(5) : .milliseconds(200))
    repeat {
      record.touch()
      if isFirst { await record.waitForReading() }
      at = record.elapsed
      outcome = await LoopbackClient.send(
        redirect.bytes, to: "127.0.0.1", port: port,
        within: record.isOver ? .milliseconds(100) : .seconds(2)
      ) { [record] in
        // Not earlier: the probe binds the port, which could keep the client from binding it.
        guard examines else { return }
        let isHeld = LoopbackClient.isHeldBeyondLoopback(port: port)
        record.note { $0.isHeldBeyondLoopback = isHeld }
      }
      guard outcome == .refused, turn == record.turn, !record.isOver, !Task.isCancelled else {
        break
      }
      try? await Task.sleep(for: .milliseconds(20))
    } while record.elapsed < end
    let (sent, result) = (at, outcome)
    record.note { observation in
      let (status, response): (Int?, [UInt8]) =
        if case .response(let status, let bytes) = result { (status, bytes) } else { (nil, []) }
      observation.deliveries.append(
        .init(
          at: sent, url: redirect.url, turn: turn,
          status: status ?? (result == .silent ? 0 : nil), response: response))
    }
  }
}

extension Poison.Decision {
  /// The user's decision on the requested scopes.
  func decided(_ scope: Scope) -> UserDecision {
    switch self {
    case .grants: .allow(scope)
    case .grantsLess: .allow(Scope(scope.names.filter { $0 != "profile" }.joined(separator: " ")))
    case .denies: .deny
    }
  }
}
