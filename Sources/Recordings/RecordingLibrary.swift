public import HTTPMessages

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
