import HTTPMessages

/// An HTTP Archive 1.2 (HAR), exported by a browser or a proxy.
public struct HTTPArchive: Sendable {
  /// The reason why a text cannot be read as an archive.
  public enum Fault: Error, Hashable, Sendable {
    /// The text is not JSON.
    case malformed
    /// The text is nested more deeply than any archive.
    case tooDeep
    /// The archive has no list of entries.
    case noEntries
    /// No entry has a request with a URL.
    case noRequests

    /// The fault in words, with the expected form.
    public var sentence: String {
      switch self {
      case .malformed: "a HAR file is one JSON object, and this one is invalid or incomplete JSON"
      case .tooDeep:
        "a HAR file has few levels of nesting, and this one has more than \(JSONOutline.deepest)"
      case .noEntries:
        "a HAR file is { \"log\": { \"entries\": [ … ] } }, and this one has no such list"
      case .noRequests:
        "an entry of a HAR file has a request with a method and a url, and no entry of this one does"
      }
    }
  }

  /// The entries that may contain an OAuth message, the oldest first.
  let entries: [ArchiveEntry]
  /// The number of the other entries.
  let unread: Int

  /// Whether a text is meant as an archive: an object with a log that has entries.
  public static func isMeant(by text: String) -> Bool {
    let start = text.prefix(1000).filter { !" \t\r\n\u{FEFF}".contains($0) }
    return start.hasPrefix("{\"log\":{")
      || start.hasPrefix("{") && text.contains("\"log\"") && text.contains("\"entries\"")
  }

  /// Creates an archive from the text of a HAR file.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - number: The number of the archive among others, whose clocks may differ.
  /// - Throws: `Fault`.
  public init(_ text: String, number: Int = 1) throws(Fault) {
    let outline: JSONOutline
    // HAR 1.2 allows a byte order mark.
    let bytes = Array(
      text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? text.utf8.dropFirst(3) : text.utf8[...])
    do throws(JSONOutline.Fault) { outline = try JSONOutline(bytes) } catch {
      throw error == .tooDeep ? .tooDeep : .malformed
    }
    guard let items = outline.member("log")?.member("entries")?.items else { throw .noEntries }
    let read = zip(1..., items).compactMap { ArchiveEntry($1, number: $0, archive: number) }
    if !items.isEmpty, !items.contains(where: ArchiveEntry.isOne) { throw .noRequests }
    unread = items.count - read.count
    // HAR 1.2 leaves sorting to the reader. If times are missing, the order of the file is kept.
    let isTimed = read.allSatisfy { $0.started != nil }
    entries =
      isTimed
      ? read.sorted {
        ($0.started?.milliseconds ?? 0, $0.number) < ($1.started?.milliseconds ?? 0, $1.number)
      } : read
  }
}

extension JSONOutline {
  /// Returns the first member with a name, or `nil` if there is none or this is not an object.
  func member(_ name: String) -> JSONOutline? {
    guard case .object(let members, _) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The values of an array, or `nil` for anything else.
  var items: [JSONOutline]? {
    if case .array(let values, _) = self { values } else { nil }
  }

  /// The text of a string, or `nil` for anything else.
  var string: String? {
    if case .leaf(let text, isString: true, _) = self { text } else { nil }
  }

  /// The finite number, or `nil` for anything else.
  var number: Double? {
    guard case .leaf(let text, isString: false, _) = self, let number = Double(text) else {
      return nil
    }
    return number.isFinite ? number : nil
  }
}
