import Foundation

/// Where the tests find the files of the repository.
enum Repository {
  /// The folder that holds Package.swift.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A file of the folder Vectors.
  static func vector(_ name: String) throws -> Data {
    try Data(contentsOf: root.appending(path: "Tests/LibraryTests/Vectors/\(name)"))
  }
}
