import HTTPMessages
import Vocabulary

/// A pasted request with its parameters, wherever they are.
struct PastedRequest: Sendable {
  /// The form of a body.
  enum Body: Sendable {
    case none, form, json, multipart, other
  }

  let method: String
  let url: String
  let fields: [HTTPField]
  let body: String
  let form: Body
  /// The name and password given to `curl -u`, as written.
  let user: String?
  /// The parameters of the body, decoded.
  let bodyValues: Form
  /// The parameters of the query, decoded.
  let queryValues: Form
  /// The text of each parameter as written, by name.
  let written: [String: String]

  init(
    method: String, url: String, fields: [HTTPField], body: String, isMultipart: Bool = false,
    user: String? = nil
  ) {
    self.method = method
    self.url = url
    self.fields = Array(fields.prefix(PastedText.mostValues))
    self.body = body
    self.user = user
    let json = Self.members(of: body)
    let kind: Body =
      body.trimmed.isEmpty
      ? .none : isMultipart ? .multipart : json != nil ? .json : body.has("=") ? .form : .other
    form = kind
    let pairs = kind == .form || kind == .multipart ? Self.pairs(of: body.trimmed) : []
    bodyValues = Form(json ?? pairs.map(\.decoded))
    let query = Self.pairs(of: URLParts(url).query ?? "")
    queryValues = Form(query.map(\.decoded))
    written = Dictionary((pairs + query).map { ($0.decoded.name, $0.written) }) { first, _ in first
    }
  }

  /// The authorization scheme and its credentials.
  var authorization: (scheme: String, credentials: String)? {
    guard let value = fields.value(of: "Authorization") else { return nil }
    let words = value.split(separator: " ", maxSplits: 1).map(String.init)
    return (words.first ?? "", words.count > 1 ? words[1] : "")
  }

  /// The name and password of HTTP Basic authentication, Base64-decoded but not form-decoded.
  var basic: (name: String, password: String)? {
    if let user {
      let pair = user.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(pair[0]), pair.count > 1 ? String(pair[1]) : "")
    }
    guard let authorization, authorization.scheme.lowercased() == "basic" else { return nil }
    let text = String(
      decoding: Base64.decodeLeniently(authorization.credentials.utf8), as: UTF8.self)
    let pair = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return pair.count == 2 ? (String(pair[0]), String(pair[1])) : nil
  }

  /// All parameters, those of the body first.
  var values: Form { Form(bodyValues.pairs + queryValues.pairs) }

  /// The path in lower case, which shows the purpose of a request.
  var path: String { URLParts(url).path.lowercased() }

  private static func members(of body: String) -> [Form.Pair]? {
    guard body.trimmed.hasPrefix("{"), let value = try? JSONValue(parsing: Array(body.utf8)),
      let members = value.members
    else { return nil }
    return PastedResponse.first(of: members).sorted { $0.key < $1.key }.map {
      Form.Pair($0.key, $0.value.text)
    }
  }

  /// Returns the first pairs of a form, each decoded if that is possible.
  static func pairs(of text: String) -> [(decoded: Form.Pair, written: String)] {
    let pieces = text.utf8.split(separator: UInt8(ascii: "&"), maxSplits: PastedText.mostValues)
    return pieces.prefix(PastedText.mostValues).map { piece in
      let equals = piece.firstIndex(of: UInt8(ascii: "=")) ?? piece.endIndex
      let name = String(decoding: piece[..<equals], as: UTF8.self)
      let value = String(decoding: piece[equals...].dropFirst(), as: UTF8.self)
      let pair = Form.Pair((try? Form.decode(name)) ?? name, (try? Form.decode(value)) ?? value)
      return (pair, value)
    }
  }
}
