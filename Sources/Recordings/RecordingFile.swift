import EmbeddedTexts
public import HTTPMessages

/// A file of the folder `Messages`, compiled into the program.
///
/// A scenario names its files. A test compares the names with the folder, in both directions.
struct RecordingFile: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The file's name: flow, scenario, step, and direction.
  let name: String

  init(stringLiteral name: String) { self.name = name }

  /// All recordings, in the order of the flows and their steps.
  static let all: [RecordingFile] = {
    let table = embeddedRecordings()
    return UnsafeBufferPointer(start: table.first, count: Int(table.count)).map {
      RecordingFile(stringLiteral: String(cString: $0.name))
    }
  }()

  /// Returns the recording in the file.
  ///
  /// - Throws: `HTTPMessageText.Fault` if the file does not exist: an empty text is not a message.
  func recording() throws(HTTPMessageText.Fault) -> Recording {
    try Recording(name: name, bytes: bytes)
  }

  private var bytes: [UInt8] {
    let table = embeddedRecordings()
    let texts = UnsafeBufferPointer(start: table.first, count: Int(table.count))
    guard let text = texts.first(where: { String(cString: $0.name) == name }) else { return [] }
    return Array(UnsafeBufferPointer(start: text.bytes, count: Int(text.count)))
  }
}

/// The recordings that are compiled into the program.
public enum RecordingLibrary {
  /// Returns all recordings, in the order of the flows.
  ///
  /// - Returns: The recordings.
  /// - Throws: `HTTPMessageText.Fault` if one of them is not a message.
  public static func all() throws(HTTPMessageText.Fault) -> [Recording] {
    try RecordingFile.all.map { file throws(HTTPMessageText.Fault) in try file.recording() }
  }
}
