import Foundation
import Vocabulary

@testable import workbench

extension Bench {
  /// The folder into which the tests record.
  var recording: String { path("recording") }

  /// Walks in practice mode and records.
  func record(_ words: String..., environment: [String: String] = [:]) async -> Answer {
    await run(
      ["walk", "--mode", "practice", "--record", recording] + words, environment: environment)
  }

  /// Plays what was recorded.
  func replay(_ words: String..., environment: [String: String] = [:]) async -> Answer {
    await run(["walk", "--replay", recording] + words, environment: environment)
  }

  /// The files of the recording by name.
  func recordedFiles() throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: recording)
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try Data(contentsOf: URL(filePath: recording + "/" + $0)))
      })
  }

  /// The names of the files of a whole run, in order.
  func recordedNames() throws -> [String] { try recordedFiles().keys.sorted() }

  /// Changes a file of the recording.
  func change(_ name: String, _ old: String, to new: String) throws {
    let file = URL(filePath: recording + "/" + name)
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: file)
  }
}
