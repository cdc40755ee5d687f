package import Foundation

/// The repository's files, as found by the tests.
package enum Repository {
  /// The folder that contains Package.swift.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Returns the content of a file in the folder Vectors.
  package static func vector(_ name: String) throws -> Data {
    try Data(contentsOf: root.appending(path: "Tests/Vectors/\(name)"))
  }
}
