import HTTPMessages
import Vocabulary

/// The messages of OAuth among the exchanges of an archive, each once, in order.
///
/// A browser's archive is full of addresses with parameters of the same names: the rules here are stricter
/// than those for a text that a person pastes because it is a message.
struct ArchiveMessages {
  /// The messages.
  var messages: [PastedMessage] = []
  /// The number of exchanges that hold none.
  private(set) var skipped: Int
  /// The requests that are not answered yet, the redirects, and the refused calls that were met.
  var open: [String: Set<String>] = [:]
  var met: Set<String> = []
  var redirectURIs: Set<String> = []
  /// The last time at which each access token was valid.
  private var tokens: [String: (issued: MessageTime, lifetime: Int64)] = [:]
  private let lacksCredentials: Bool

  init(_ archive: HTTPArchive) {
    skipped = archive.unread
    lacksCredentials = !archive.entries.contains { $0.request.authorization != nil }
    for entry in archive.entries where !add(entry) { skipped += 1 }
  }

  /// Adds the messages of an exchange; `false` if it has none.
  private mutating func add(_ entry: ArchiveEntry) -> Bool {
    guard !["OPTIONS", "HEAD"].contains(entry.request.method) else { return false }
    if let request = backChannel(entry) {
      messages.append(request.at(entry.started))
      if let answer = answer(entry) { append(answer, entry) }
      return true
    }
    let address = Self.posted(entry) ?? entry.request.url
    var isKnown = add(address: address, entry.started, entry.form)
    if let status = entry.status, 300...399 ~= status,
      let location = entry.fields.value(of: "Location")
    {
      let url = Self.resolved(location, against: entry.request.url)
      isKnown = add(address: url, entry.ended, "\(entry.form), status \(status)") || isKnown
    } else if Self.mayBeMessage(entry), let answer = answer(entry),
      Self.isMessage(answer, entry)
    {
      append(answer, entry)
      isKnown = true
    }
    return isKnown
  }

  private mutating func append(_ answer: PastedMessage, _ entry: ArchiveEntry) {
    var answer = answer.at(entry.ended)
    answer.isAlone = request(of: entry) == nil
    messages.append(answer)
    if let token = answer.values.value(of: "access_token"), let time = entry.ended,
      let lifetime = answer.values.value(of: "expires_in").flatMap({ Int64($0) })
    {
      tokens[token] = (time, lifetime)
    }
  }

  /// A request to the token endpoint, or one that uses a token and is worth a look.
  private mutating func backChannel(_ entry: ArchiveEntry) -> PastedMessage? {
    let request = entry.request
    guard var message = MessageReader.message(of: request, form: entry.form) else { return nil }
    message.lacksCredentials = lacksCredentials
    let names = Set(request.values.pairs.map(\.name))
    let body = entry.body ?? ""
    switch message.kind {
    case .tokenRequest:
      let isAnswered = body.contains("\"access_token\"") || body.contains("\"error\"")
      // An app that sends the code to its own server may send the verifier with it.
      let isOne =
        names.contains("grant_type")
        || names.contains("code_verifier") && request.path.contains("token")
      return isOne || request.method == "POST" && isAnswered ? message : nil
    case .tokenUseRequest:
      let isOne = ["introspect", "revo", "tokeninfo"].contains(where: request.path.contains)
      return isOne || body.contains("\"active\"") ? message : nil
    case .resourceRequest: return isWorthShowing(entry) ? message : nil
    default: return nil
    }
  }

  /// An API call is shown if it was refused, exposes its token, or came too late.
  private mutating func isWorthShowing(_ entry: ArchiveEntry) -> Bool {
    let request = entry.request
    let exposed = request.queryValues.value(of: "access_token") != nil
    let scheme = request.authorization?.scheme.lowercased() ?? ""
    guard exposed || ["bearer", "dpop"].contains(scheme) else { return false }
    let token = request.authorization?.credentials ?? request.values.value(of: "access_token") ?? ""
    let isLate =
      if let (issued, lifetime) = tokens[token], let started = entry.started {
        issued.isMore(than: lifetime, until: started)
      } else { false }
    guard
      isLate || exposed || entry.status == 401
        || entry.fields.value(of: "WWW-Authenticate") != nil
    else { return false }
    // A page that asks again and again says nothing new.
    let base = URLParts(request.url).withoutQueryAndFragment
    return met.insert("\(request.method) \(base) \(entry.status ?? 0) \(token)").inserted
  }

  /// The request of an exchange, if it went directly to a server and is shown.
  private func request(of entry: ArchiveEntry) -> PastedMessage? {
    messages.last.flatMap { $0.request != nil && $0.form == entry.form ? $0 : nil }
  }

  /// The response, if its body may be one of OAuth.
  private func answer(_ entry: ArchiveEntry) -> PastedMessage? {
    guard let status = entry.status else { return nil }
    let form = "\(entry.form), status \(status)"
    let isCall = request(of: entry)?.kind == .resourceRequest
    // The data of an API is not about OAuth.
    if isCall, status < 400 { return nil }
    let isRejection = entry.fields.value(of: "WWW-Authenticate") != nil
    guard let body = entry.body ?? (isRejection ? "" : nil) else {
      var message = PastedMessage(isCall ? .resourceResponse : .tokenResponse, form: form)
      message.fieldCount = entry.fields.count
      message.parts = entry.fields.map {
        Parameter($0.name, $0.value, in: .responseField, origin: .given)
      }
      return message.adding(
        Finding(
          .note, ["body_not_shown"], "The archive leaves the body of this response out.",
          action: "Export it with content.", reference: nil, lesson: 5))
    }
    guard Self.isOrdinary(body) else { return nil }
    return ResponseReader.message(
      PastedResponse.read(status: status, fields: entry.fields, body: body), form: form)
  }

  /// Whether a text has the size of a message of OAuth: none has hundreds of values.
  static func isOrdinary(_ text: String) -> Bool {
    let marks = text.utf8.count { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: ",") }
    return text.utf8.count <= PastedText.largestMessage && marks <= 300
  }

  /// Whether it is worth reading the response: most are scripts and images.
  private static func mayBeMessage(_ entry: ArchiveEntry) -> Bool {
    entry.request.path.contains("/.well-known/")
      || entry.fields.value(of: "WWW-Authenticate") != nil
      || entry.body?.contains("\"access_token\"") == true
  }

  /// Whether a response whose request says nothing of OAuth is a message all the same.
  private static func isMessage(_ answer: PastedMessage, _ entry: ArchiveEntry) -> Bool {
    let names = Set(answer.answer?.members.keys.map(\.self) ?? [])
    switch answer.kind {
    case .metadata: return entry.request.path.contains("/.well-known/")
    case .tokenResponse: return names.isSuperset(of: ["access_token", "token_type"])
    case .resourceResponse:
      return [400, 401, 403].contains(entry.status)
        && entry.fields.value(of: "WWW-Authenticate") != nil
    default: return false
    }
  }
}
