import HTTPMessages
import Vocabulary

/// The OAuth messages of an archive, each once, in order.
///
/// Many URLs in a browser's archive have parameters with the same names. So the rules here are
/// stricter than those for a text that was pasted because it is a message.
struct ArchiveMessages {
  /// The messages.
  var messages: [PastedMessage] = []
  /// The number of entries without an OAuth message.
  private(set) var skipped: Int
  /// The authorization requests without a response so far, by their state.
  var open: [String: Set<String>] = [:]
  /// The redirects and API calls that were added already.
  var seen: Set<String> = []
  var redirectURIs: Set<String> = []
  /// The time of issue and the lifetime of each access token.
  private var tokens: [String: (issued: MessageTime, lifetime: Int64)] = [:]
  private let lacksCredentials: Bool

  init(_ archive: HTTPArchive) {
    skipped = archive.unread
    lacksCredentials = !archive.entries.contains { $0.request.authorization != nil }
    for entry in archive.entries where !add(entry) { skipped += 1 }
  }

  /// Adds the messages of an entry and returns whether it has any.
  private mutating func add(_ entry: ArchiveEntry) -> Bool {
    guard !["OPTIONS", "HEAD"].contains(entry.request.method) else { return false }
    if let request = backChannel(entry) {
      messages.append(request.at(entry.started))
      if let response = response(entry) { append(response, entry) }
      return true
    }
    let url = Self.posted(entry) ?? entry.request.url
    var isKnown = add(url: url, entry.started, entry.form)
    if let status = entry.status, 300...399 ~= status,
      let location = entry.fields.value(of: "Location")
    {
      let url = Self.resolved(location, against: entry.request.url)
      isKnown = add(url: url, entry.ended, "\(entry.form), status \(status)") || isKnown
    } else if Self.mayBeMessage(entry), let response = response(entry),
      Self.isMessage(response, entry)
    {
      append(response, entry)
      isKnown = true
    }
    return isKnown
  }

  private mutating func append(_ response: PastedMessage, _ entry: ArchiveEntry) {
    var response = response.at(entry.ended)
    response.isAlone = request(of: entry) == nil
    messages.append(response)
    if let token = response.values.value(of: "access_token"), let time = entry.ended,
      let lifetime = response.values.value(of: "expires_in").flatMap({ Int64($0) })
    {
      tokens[token] = (time, lifetime)
    }
  }

  /// Returns a request to the token endpoint, or one with a token that is worth showing.
  private mutating func backChannel(_ entry: ArchiveEntry) -> PastedMessage? {
    let request = entry.request
    guard var message = MessageReader.message(of: request, form: entry.form) else { return nil }
    message.lacksCredentials = lacksCredentials
    let names = Set(request.values.pairs.map(\.name))
    let body = entry.body ?? ""
    switch message.kind {
    case .tokenRequest:
      let hasResponse = body.contains("\"access_token\"") || body.contains("\"error\"")
      // A client that sends the code to its own server may also send the verifier.
      let isOne =
        names.contains("grant_type")
        || names.contains("code_verifier") && request.path.contains("token")
      return isOne || request.method == "POST" && hasResponse ? message : nil
    case .tokenUseRequest:
      let isOne = ["introspect", "revo", "tokeninfo"].contains(where: request.path.contains)
      return isOne || body.contains("\"active\"") ? message : nil
    case .resourceRequest: return isWorthShowing(entry) ? message : nil
    default: return nil
    }
  }

  /// Whether to show an API call: it was rejected, exposes its token, or used an expired one.
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
    // Repeated calls of a page add no information.
    let base = URLParts(request.url).withoutQueryAndFragment
    return seen.insert("\(request.method) \(base) \(entry.status ?? 0) \(token)").inserted
  }

  /// Returns the request of an entry, if it was added as a back-channel message.
  private func request(of entry: ArchiveEntry) -> PastedMessage? {
    messages.last.flatMap { $0.request != nil && $0.form == entry.form ? $0 : nil }
  }

  /// Returns the response of an entry, or `nil` if it cannot be an OAuth message.
  private func response(_ entry: ArchiveEntry) -> PastedMessage? {
    guard let status = entry.status else { return nil }
    let form = "\(entry.form), status \(status)"
    let isCall = request(of: entry)?.kind == .resourceRequest
    // The data that an API returns is not an OAuth message.
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
          .note, ["body_not_shown"], "The archive does not contain the body of this response.",
          action: "Export the archive with content.", reference: nil, lesson: 5))
    }
    guard Self.isOrdinary(body) else { return nil }
    return ResponseReader.message(
      PastedResponse.read(status: status, fields: entry.fields, body: body), form: form)
  }

  /// Whether a text has the size of an OAuth message, which never has hundreds of values.
  static func isOrdinary(_ text: String) -> Bool {
    let marks = text.utf8.count { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: ",") }
    return text.utf8.count <= PastedText.largestMessage && marks <= 300
  }

  /// Whether to read the response: most responses are scripts and images.
  private static func mayBeMessage(_ entry: ArchiveEntry) -> Bool {
    entry.request.path.contains("/.well-known/")
      || entry.fields.value(of: "WWW-Authenticate") != nil
      || entry.body?.contains("\"access_token\"") == true
  }

  /// Whether a response is an OAuth message although its request is not.
  private static func isMessage(_ response: PastedMessage, _ entry: ArchiveEntry) -> Bool {
    let names = Set(response.response?.members.keys.map(\.self) ?? [])
    switch response.kind {
    case .metadata: return entry.request.path.contains("/.well-known/")
    case .tokenResponse: return names.isSuperset(of: ["access_token", "token_type"])
    case .resourceResponse:
      return [400, 401, 403].contains(entry.status)
        && entry.fields.value(of: "WWW-Authenticate") != nil
    default: return false
    }
  }
}
