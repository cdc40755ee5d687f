import HTTPMessages
import Vocabulary

/// A `curl` command, read as the request that it sends.
struct CurlCommand {
  private var method: String?
  private var url: String?
  private var fields: [HTTPField] = []
  private var data: [String] = []
  private var isMultipart = false
  private var isJSON = false
  private var isGet = false
  private var isHead = false
  /// The name and password given with `-u`, as written.
  private(set) var user: String?

  /// Creates a command from its text, or returns `nil` if it is not one or has no URL.
  init?(_ text: String) {
    var words = ShellWords.words(of: text)[...]
    if words.first == "$" || words.first == "%" { words = words.dropFirst() }
    guard let name = words.popFirst(), name == "curl" || name == "curl.exe" else { return nil }
    while let word = words.popFirst() { read(word, &words) }
    guard url != nil else { return nil }
  }

  /// The request.
  var request: PastedRequest {
    let isForm = !data.isEmpty && !isMultipart && !isJSON
    var fields = fields
    if let user, fields.value(of: "Authorization") == nil {
      fields.append(HTTPField("Authorization", "Basic " + Base64.standard.encode(Array(user.utf8))))
    }
    if fields.value(of: "Content-Type") == nil {
      if isMultipart { fields.append(HTTPField("Content-Type", "multipart/form-data")) }
      if isJSON { fields.append(HTTPField("Content-Type", "application/json")) }
      if isForm, !isGet { fields.append(HTTPField("Content-Type", Form.mediaType)) }
    }
    let body = data.joined(separator: "&")
    var url = url ?? ""
    if isGet, !body.isEmpty { url += (url.contains("?") ? "&" : "?") + body }
    return PastedRequest(
      method: method ?? (isGet ? "GET" : isHead ? "HEAD" : isMultipart || hasData ? "POST" : "GET"),
      url: url, fields: fields, body: isGet ? "" : body, isMultipart: isMultipart, user: user)
  }

  private var hasData: Bool { !data.isEmpty }

  private mutating func read(_ word: String, _ words: inout ArraySlice<String>) {
    guard word.hasPrefix("-"), word.count > 1 else {
      // Of several URLs, the first is the message.
      if url == nil, !word.isEmpty { url = word }
      return
    }
    var (name, value): (String, String?) = (word, nil)
    if !word.hasPrefix("--"), word.count > 2 {
      let letter = String(word.prefix(2))
      guard Self.withValue.contains(letter) else {
        // Options in one argument, such as -sS; the last of them may take a value.
        if word.contains("G") { isGet = true }
        if word.contains("I") { isHead = true }
        let last = "-" + String(word.suffix(1))
        if Self.withValue.contains(last) { read(last, &words) }
        return
      }
      (name, value) = (letter, String(word.dropFirst(2)))
    } else if let equals = word.firstIndex(of: "=") {
      (name, value) = (String(word[..<equals]), String(word[equals...].dropFirst()))
    }
    if Self.withValue.contains(name) { take(name, value ?? words.popFirst() ?? "") }
    if name == "-G" || name == "--get" { isGet = true }
    if name == "-I" || name == "--head" { isHead = true }
  }

  private mutating func take(_ name: String, _ value: String) {
    switch name {
    case "-X", "--request": method = value
    case "--url": url = url ?? value
    case "-u", "--user": user = value
    case "-H", "--header":
      if let colon = value.firstIndex(of: ":") {
        fields.append(
          HTTPField(value[..<colon].trimmed, value[value.index(after: colon)...].trimmed))
      }
    case "-d", "--data", "--data-raw", "--data-ascii", "--data-binary": data.append(value)
    case "--data-urlencode": data.append(Self.encoded(value))
    case "-F", "--form", "--form-string":
      isMultipart = true
      data.append(Self.encoded(value))
    case "--json":
      isJSON = true
      data.append(value)
    case "--oauth2-bearer": fields.append(HTTPField("Authorization", "Bearer " + value))
    default: break
    }
  }

  /// Returns the value of `--data-urlencode` with its content encoded, after a name if it has one.
  private static func encoded(_ value: String) -> String {
    guard let equals = value.firstIndex(of: "=") else { return Form.encode(value) }
    let name = String(value[..<equals])
    let content = Form.encode(String(value[equals...].dropFirst()))
    return name.isEmpty ? content : name + "=" + content
  }

  /// The options with a value that must not be mistaken for the URL.
  private static let withValue: Set = [
    "-X", "--request", "--url", "-u", "--user", "-H", "--header", "-d", "--data", "--data-raw",
    "--data-ascii", "--data-binary", "--data-urlencode", "-F", "--form", "--form-string", "--json",
    "--oauth2-bearer", "-o", "--output", "-w", "--write-out", "-A", "--user-agent", "-b",
    "--cookie",
    "-c", "--cookie-jar", "-e", "--referer", "-m", "--max-time", "--connect-timeout", "-x",
    "--proxy",
    "--cacert", "-E", "--cert", "--key", "-D", "--dump-header", "--retry", "--resolve",
  ]
}
