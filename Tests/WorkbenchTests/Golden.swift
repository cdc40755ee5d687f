import Foundation
import TestSupport
import Testing

/// Texts that were read by eye once, and must stay as they are until somebody means to change them.
///
/// To record them anew: `RECORD_GOLDEN=1 swift test --filter Golden`, and read what changed.
enum Golden {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden", directoryHint: .isDirectory)
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

  /// Compares a text with the recorded one, or records it.
  static func expect(
    _ text: String, isIn name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: "\(name).txt")
    guard !isRecording, let recorded = try? Data(contentsOf: file) else {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record(
        "Golden/\(name).txt was recorded, read it by eye", sourceLocation: sourceLocation)
      return
    }
    guard recorded != Data(text.utf8) else { return }
    Issue.record(
      "\(difference(recorded: recorded, text: text, name))", sourceLocation: sourceLocation)
  }

  private static func difference(recorded: Data, text: String, _ name: String) -> String {
    let old = lines(String(decoding: recorded, as: UTF8.self))
    let new = lines(text)
    let index = zip(old, new).prefix { Array($0.utf8) == Array($1.utf8) }.count
    func line(_ lines: [Substring]) -> String {
      index < lines.count ? "\"\(lines[index])\"" : "the text has ended"
    }
    return """
      Golden/\(name).txt differs first in line \(index + 1)
        recorded: \(line(old))
        now:      \(line(new))
      To record anew: RECORD_GOLDEN=1 swift test --filter Golden
      """
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
