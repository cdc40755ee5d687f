import HTTPMessages

/// An HTTP Archive 1.2 (HAR): the exchanges that a browser or a proxy exports.
public struct HTTPArchive: Sendable {
  /// The reason why a text is not read as an archive.
  public enum Fault: Error, Hashable, Sendable {
    /// It is not JSON.
    case malformed
    /// It has more levels than any archive needs.
    case tooDeep
    /// It has no list of entries.
    case noEntries
    /// None of its entries has a request with a URL.
    case noRequests

    /// The reason, and what was expected.
    public var sentence: String {
      switch self {
      case .malformed: "a HAR file is one JSON object, and this one is not JSON to its end"
      case .tooDeep:
        "a HAR file has a few levels, and this one has more than \(JSONOutline.deepest)"
      case .noEntries:
        "a HAR file is { \"log\": { \"entries\": [ … ] } }, and this one has no such list"
      case .noRequests:
        "an entry of a HAR file has a request with a method and a url, and no entry here has one"
      }
    }
  }

  /// The exchanges that may hold a message of OAuth, the oldest first.
  let entries: [ArchiveEntry]
  /// The number of the other entries.
  let unread: Int

  /// Whether a text means to be an archive: an object that has a log with entries.
  public static func isMeant(by text: String) -> Bool {
    let start = text.prefix(1000).filter { !" \t\r\n\u{FEFF}".contains($0) }
    return start.hasPrefix("{\"log\":{")
      || start.hasPrefix("{") && text.contains("\"log\"") && text.contains("\"entries\"")
  }

  /// Reads an archive.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - number: A number that tells it from other archives, whose clocks may differ.
  /// - Throws: `Fault`.
  public init(_ text: String, number: Int = 1) throws(Fault) {
    let outline: JSONOutline
    // HAR 1.2 lets a file begin with a mark.
    let bytes = Array(
      text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? text.utf8.dropFirst(3) : text.utf8[...])
    do throws(JSONOutline.Fault) { outline = try JSONOutline(bytes) } catch {
      throw error == .tooDeep ? .tooDeep : .malformed
    }
    guard let items = outline.member("log")?.member("entries")?.items else { throw .noEntries }
    let read = zip(1..., items).compactMap { ArchiveEntry($1, number: $0, archive: number) }
    if !items.isEmpty, !items.contains(where: ArchiveEntry.isOne) { throw .noRequests }
    unread = items.count - read.count
    // The reader has to sort them (HAR 1.2); without all the times, the order of the file is all there is.
    let isTimed = read.allSatisfy { $0.started != nil }
    entries =
      isTimed
      ? read.sorted {
        ($0.started?.milliseconds ?? 0, $0.number) < ($1.started?.milliseconds ?? 0, $1.number)
      } : read
  }
}

extension JSONOutline {
  /// The first member of a name, or `nil` if this is no object that has one.
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

  /// A number that a computer can count with, or `nil` for anything else.
  var number: Double? {
    guard case .leaf(let text, isString: false, _) = self, let number = Double(text) else {
      return nil
    }
    return number.isFinite ? number : nil
  }
}
