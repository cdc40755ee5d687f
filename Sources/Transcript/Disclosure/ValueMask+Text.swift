import HTTPMessages

extension ValueMask {
  /// The length at which an opaque run is replaced.
  static let longestRun = 20

  /// A change of a text: a range and its replacement.
  typealias Edit = (range: Range<Int>, text: String)

  /// Returns free text with opaque runs and known secrets replaced.
  ///
  /// A run is one opaque word or several neighboring ones, with any separators: Base64 with line breaks
  /// is one run, and so are hexadecimal digits with colons.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - limit: The length at which a run is replaced.
  ///   - readsURLs: Whether URLs are judged part by part.
  ///   - edits: Changes already decided.
  /// - Returns: The text with its changes.
  func text(
    _ text: String, limit: Int = longestRun, readsURLs: Bool = true, edits: [Edit] = []
  ) -> String {
    let limit = Self.isTime(text) ? .max : limit
    let characters = Characters(text)
    var edits = edits
    var isWord: (Range<Int>) -> Bool = { _ in true }
    if readsURLs, depth < Self.deepestURL {
      let urls = characters.urls
      edits += urls.compactMap { range in
        let url = characters.text(range)
        let shown = self.url(url)
        return shown == url ? nil : (range, shown)
      }
      isWord = { word in urls.first(reaching: word.lowerBound)?.overlaps(word) != true }
    }
    edits += secrets.found(in: characters).map {
      ($0.range, $0.placeholder ?? placeholder.unknown("text", count: $0.range.count))
    }
    edits += runs(in: characters, where: isWord, limit)
    return characters.applying(edits)
  }

  /// Returns the opaque runs that are too long to show.
  private func runs(
    in text: Characters, where isWord: (Range<Int>) -> Bool, _ limit: Int
  ) -> [Edit] {
    var edits: [Edit] = []
    var run: [Range<Int>] = []
    func end() {
      let count = run.reduce(0) { $0 + $1.count }
      if count >= limit, let first = run.first, let last = run.last {
        edits.append(
          (first.lowerBound..<last.upperBound, placeholder.unknown("text", count: count)))
      }
      run = []
    }
    for word in text.words {
      // A single letter does not end a run: it may be the u of an escape or a digit of Base64.
      let belongs = text.isOpaque(word) || word.count == 1
      if belongs, isWord(word) { run.append(word) } else { end() }
    }
    end()
    return edits
  }

  /// Returns a URL: path segment by segment, query and fragment parameter by parameter.
  func url(_ url: String) -> String {
    let parts = URLParts(url)
    let base = parts.withoutQueryAndFragment
    var inner = self
    inner.depth += 1
    let fragment = parts.fragment.map {
      "#" + ($0.contains("=") ? inner.pairs($0, in: .redirect) : segment($0[...]))
    }
    return self.base(base) + (parts.query.map { "?" + inner.pairs($0, in: .redirect) } ?? "")
      + (fragment ?? "")
  }

  private func base(_ base: String) -> String {
    guard secrets[base] == nil, !vouched.contains(base) else { return secrets[base] ?? base }
    // A secret may be spread over several segments.
    let hidden = text(base, limit: .max, readsURLs: false)
    return hidden == base || !isStrict
      ? base.split(separator: "/", omittingEmptySubsequences: false).map(segment).joined(
        separator: "/")
      : hidden
  }

  private func segment(_ text: Substring) -> String {
    // The text before an @ may be a name and a password (RFC 3986 §3.2.1).
    guard isStrict, let at = text.lastIndex(of: "@") else {
      return self.text(String(text), limit: isStrict ? Self.longestRun : .max, readsURLs: false)
    }
    return placeholder.unknown("text", count: text[..<at].count) + text[at...]
  }

  /// Returns the pairs of a form, a query, or a fragment, each judged by its name.
  func pairs(_ text: String, in part: ValueKind.Part) -> String {
    // Without names they are one text.
    let nameless = text.split(separator: "&").filter { !$0.contains("=") }.joined(separator: " ")
    guard self.text(nameless, readsURLs: false) == nameless else {
      return placeholder.unknown("text", count: text.count)
    }
    return text.split(separator: "&", omittingEmptySubsequences: false).map { pair in
      guard let equals = pair.firstIndex(of: "=") else {
        return self.text(String(pair), readsURLs: false)
      }
      let (name, value) = (String(pair[..<equals]), String(pair[equals...].dropFirst()))
      let shown = self(
        (try? Form.decode(value)) ?? value, named: [(try? Form.decode(name)) ?? name], in: part)
      let isUnchanged = shown.utf8.elementsEqual(((try? Form.decode(value)) ?? value).utf8)
      return self.name(name) + "=" + (isUnchanged ? value : shown)
    }.joined(separator: "&")
  }

  /// Returns malformed text, such as a body that is not JSON.
  ///
  /// A value after a name is judged by the name, everything else as free text.
  func loose(_ text: String, in part: ValueKind.Part) -> String {
    guard isStrict else { return self.text(text, limit: .max, readsURLs: false) }
    let characters = Characters(text)
    let urls = characters.urls
    var edits: [Edit] = []
    var name: String?
    for (chunk, isName) in characters.chunks {
      let value = characters.text(chunk)
      if let name {
        let kind = ValueKind.of([name], in: part)
        let isHidden =
          kind == .secret && !Self.inMessages.contains(value.lowercased())
          || kind == .unknown && characters.isOpaque(chunk) && !Self.isPlain(value)
        if isHidden {
          edits.append(
            (
              chunk,
              kind == .secret
                ? credential(value, name: name) : placeholder.unknown("text", count: value.count)
            ))
        }
      }
      // The https of a URL is not a name: a URL is judged part by part.
      let isInURL = urls.first(reaching: chunk.lowerBound)?.overlaps(chunk) == true
      name = isName && !isInURL ? value : nil
    }
    return self.text(text, edits: edits)
  }

  /// Ordinary words after a name in a message, as in `client_secret: Field required`.
  private static let inMessages: Set = [
    "field", "required", "missing", "invalid", "is", "must", "may", "has", "not", "the", "value",
    "parameter", "expected", "unknown", "expired", "revoked",
  ]

  /// Whether the text is a date or a time in the format of RFC 3339.
  static func isTime(_ text: String) -> Bool {
    let form = "0000-00-00T00:00:00"
    let bytes = Array(text.utf8)
    guard bytes.count == 10 || 20...35 ~= bytes.count else { return false }
    let fits = zip(bytes, form.utf8).allSatisfy { byte, wanted in
      wanted == UInt8(ascii: "0") ? 0x30...0x39 ~= byte : byte == wanted
    }
    return fits
      && bytes.dropFirst(form.utf8.count).allSatisfy {
        0x30...0x3A ~= $0 || ".+-Z".utf8.contains($0)
      }
  }
}
