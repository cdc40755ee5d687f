import HTTPMessages
import Vocabulary

/// The faults of a single value, independent of its message.
enum ValueFaults {
  /// Returns the faults of the values of a message.
  static func findings(in form: Form, lesson: Int) -> [Finding] {
    let named = form.pairs.filter { checked.contains($0.name) }
    return named.compactMap { fault(of: $0, lesson: lesson) } + repetition(in: form, lesson: lesson)
  }

  private static let checked: Set = [
    "client_id", "client_secret", "code", "code_verifier", "code_challenge", "refresh_token",
    "redirect_uri", "state", "access_token", "grant_type", "response_type", "token",
  ]

  private static func repetition(in form: Form, lesson: Int) -> [Finding] {
    let names = form.repeatedNames.filter { checked.contains($0) || $0 == "scope" }
    return names.map { name in
      Finding(
        .wrong, ["parameter_repeated"],
        "The message contains the parameter \(name) more than once.",
        action: name == "scope"
          ? "Send one scope parameter, with the scopes separated by spaces." : "Send it once.",
        reference: lesson == 4 ? .rfc6749("3.2") : .rfc6749("3.1"), lesson: lesson)
    }
  }

  private static func fault(of pair: Form.Pair, lesson: Int) -> Finding? {
    let (name, value) = (pair.name, pair.value)
    func wrong(_ cause: String, _ sentence: String, _ action: String, _ reference: Reference)
      -> Finding
    {
      Finding(.wrong, [cause], sentence, action: action, reference: reference, lesson: lesson)
    }
    guard !value.isEmpty else {
      return wrong(
        "value_empty", "\(name) is empty, which counts as missing.",
        name == "code_verifier"
          ? "Keep the verifier from step 1 until step 4, across the redirect." : "Send its value.",
        name == "code_verifier" ? .rfc7636("4.5") : lesson == 4 ? .rfc6749("3.2") : .rfc6749("3.1"))
    }
    if !["grant_type", "response_type", "state"].contains(name), isPlaceholder(value) {
      return wrong(
        "placeholder", "\(name) is a placeholder, not a value.",
        "Replace it with your value.", name == "code" ? .rfc6749("4.1.3") : .rfc6749("2.2"))
    }
    if value.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      return wrong(
        "line_break", "\(name) contains a line break.",
        "Trim the text that you read it from.", .rfc6749("Appendix A"))
    }
    if let first = value.first, value.utf8.count > 2, "\"'`".contains(first), value.last == first {
      return wrong(
        "quotation_marks", "\(name) is in quotation marks.",
        "Send the value without them.", .rfc6749("Appendix A"))
    }
    if value.first == " " || value.last == " " {
      return wrong(
        "space_around", "\(name) has a space before or after it.", "Trim it.",
        .rfc6749("Appendix A"))
    }
    return code(pair, lesson, wrong)
  }

  /// Returns the finding about an addition to a code: the next parameter, a fragment, or encoding.
  private static func code(
    _ pair: Form.Pair, _ lesson: Int, _ wrong: (String, String, String, Reference) -> Finding
  ) -> Finding? {
    guard ["code", "state", "refresh_token", "code_verifier"].contains(pair.name) else {
      return nil
    }
    let value = pair.value
    if value.hasSuffix("#_=_") || value.has("#") {
      return wrong(
        "fragment_included",
        "\(pair.name) contains a #: the fragment of the URL was copied too.",
        "Take the value from the query only: it ends before & and #.", .rfc3986("3.5"))
    }
    if value.containsBytes(of: "&amp;") || value.containsBytes(of: "&scope=")
      || value.containsBytes(of: "&state=")
    {
      return wrong(
        "more_than_value", "\(pair.name) contains the next parameter of the URL too.",
        "Parse the query, and take only the value: it ends before &.", .rfc6749("4.1.2"))
    }
    if isPercentEncoded(value), pair.name != "code_verifier" {
      // A code may contain a % (VSCHAR). Only the message with the original value proves more.
      return Finding(
        .risky, ["percent_encoded"],
        "\(pair.name) contains % and two digits: it was encoded twice or never decoded, or the server issues such values.",
        why: "The message with the original value shows which.",
        action: "Decode the value from the URL once, and encode it once.",
        reference: .rfc6749("Appendix B"), lesson: lesson)
    }
    return nil
  }

  /// Whether a decoded value contains another escape.
  static func isPercentEncoded(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    return bytes.indices.contains { place in
      bytes[place] == UInt8(ascii: "%") && place + 2 < bytes.count
        && bytes[place + 1].hexadecimalValue != nil && bytes[place + 2].hexadecimalValue != nil
    }
  }

  /// Whether a text is a placeholder: `YOUR_CODE`, `<token>`, `{client_id}`, `$CODE`, `AuthCode`.
  static func isPlaceholder(_ value: String) -> Bool {
    guard value.utf8.count <= 60, let first = value.first, let last = value.last else {
      return false
    }
    if first == "<" && last == ">" || first == "{" && last == "}" || first == "[" && last == "]" {
      return true
    }
    if first == "$",
      value.dropFirst().allSatisfy({ $0.isLetter || $0 == "_" || $0 == "{" || $0 == "}" })
    {
      return value.count > 1
    }
    let lower = value.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    return lower.hasPrefix("your") && value.contains { "_- ".contains($0) } || words.contains(lower)
      || value == "..." || value == "…" || value.lowercased() == "xxx"
      || value.lowercased() == "xxxx"
  }

  private static let words: Set = [
    "authcode", "authorizationcode", "code", "clientid", "clientsecret", "accesstoken",
    "refreshtoken",
    "codeverifier", "codechallenge", "yourcode", "yourclientid", "yourclientsecret", "token",
    "redirecturi", "callbackurl", "changeme", "todo", "placeholder",
  ]
}
