import EmbeddedTexts
public import HTTPMessages

/// A file of the folder Recordings, compiled into the program.
///
/// A scenario names its files; a test compares the names with the folder, in both directions.
struct RecordingFile: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The file's name: flow, scenario, step and direction.
  let name: String

  init(stringLiteral name: String) { self.name = name }

  /// Every recording, in the order of the flows and their steps.
  static let all: [RecordingFile] = {
    let table = embeddedRecordings()
    return UnsafeBufferPointer(start: table.first, count: Int(table.count)).map {
      RecordingFile(stringLiteral: String(cString: $0.name))
    }
  }()

  /// The recording in the file.
  ///
  /// - Throws: `HTTPMessageText.Fault` if there is no such file: an empty text is not a message.
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

/// Every recording that the program carries.
public enum RecordingLibrary {
  /// All of them, in the order of the flow.
  ///
  /// - Returns: The recordings.
  /// - Throws: `HTTPMessageText.Fault` if one of them is no message.
  public static func all() throws(HTTPMessageText.Fault) -> [Recording] {
    try RecordingFile.all.map { file throws(HTTPMessageText.Fault) in try file.recording() }
  }
}
