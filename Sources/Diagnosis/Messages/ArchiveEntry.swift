import HTTPMessages
import Vocabulary

/// One request of an archive with its response, reduced to the parts of an OAuth message.
struct ArchiveEntry: Sendable {
  /// The number in the file, counted from 1.
  let number: Int
  /// The place of the request in the archive, such as `entry 3`.
  let form: String
  /// The times of the request and of the end of its response.
  let started, ended: MessageTime?
  let request: PastedRequest
  /// The status of the response, or `nil` if there was none.
  let status: Int?
  let fields: [HTTPField]
  /// The body of the response, or `nil` if the archive leaves it out.
  let body: String?

  /// Whether an entry has a request with a method and a URL.
  static func isOne(_ entry: JSONOutline) -> Bool {
    let request = entry.member("request")
    return request?.member("method")?.string != nil && request?.member("url")?.string != nil
  }

  /// Creates an entry, or returns `nil` if its request cannot be an OAuth message.
  init?(_ entry: JSONOutline, number: Int, archive: Int) {
    guard let request = entry.member("request"), let method = request.member("method")?.string,
      let url = request.member("url")?.string
    else { return nil }
    let post = request.member("postData")
    let body = Self.body(of: post)
    guard ArchiveMessages.isOrdinary(url), ArchiveMessages.isOrdinary(body) else { return nil }
    self.number = number
    form = "entry \(number)" + (archive == 1 ? "" : " of HAR file \(archive)")
    let begin = entry.member("startedDateTime")?.string.flatMap {
      MessageTime(iso8601: $0, archive: archive)
    }
    started = begin
    ended = begin?.adding(milliseconds: entry.member("time")?.number ?? 0)
    let type = post?.member("mimeType")?.string?.lowercased() ?? ""
    self.request = PastedRequest(
      method: method, url: url, fields: Self.fields(of: request), body: body,
      isMultipart: type.hasPrefix("multipart/"))
    let response = entry.member("response")
    status = response?.member("status")?.number.flatMap { Int(exactly: $0) }.flatMap {
      100...599 ~= $0 ? $0 : nil
    }
    var fields = response.map(Self.fields) ?? []
    let location = response?.member("redirectURL")?.string ?? ""
    if fields.value(of: "Location") == nil, !location.isEmpty {
      fields.append(HTTPField("Location", location))
    }
    self.fields = fields
    self.body = response?.member("content").flatMap(Self.content)
  }

  /// The header fields that matter for OAuth.
  ///
  /// Cookies are secrets, and the rest concerns the browser.
  private static let kept: Set = [
    "accept", "authorization", "cache-control", "content-length", "content-type", "date", "dpop",
    "host", "location", "pragma", "retry-after", "www-authenticate",
  ]

  private static func fields(of message: JSONOutline) -> [HTTPField] {
    (message.member("headers")?.items ?? []).compactMap { field in
      guard let name = field.member("name")?.string, kept.contains(name.lowercased()),
        let value = field.member("value")?.string
      else { return nil }
      return HTTPField(name, value)
    }
  }

  /// Returns the body of a request: its text, or its parameters encoded as a form.
  private static func body(of post: JSONOutline?) -> String {
    if let text = post?.member("text")?.string, !text.isEmpty { return text }
    let pairs = (post?.member("params")?.items ?? []).compactMap { pair -> String? in
      guard let name = pair.member("name")?.string else { return nil }
      return Form.encode(name) + "=" + Form.encode(pair.member("value")?.string ?? "")
    }
    return pairs.joined(separator: "&")
  }

  private static func content(_ content: JSONOutline) -> String? {
    guard let text = content.member("text")?.string else {
      return content.member("size")?.number == 0 ? "" : nil
    }
    guard content.member("encoding")?.string?.lowercased() == "base64" else { return text }
    return String(decoding: Base64.decodeLeniently(text.utf8), as: UTF8.self)
  }
}
