package import Foundation

/// Where the tests find the files of the repository.
package enum Repository {
  /// The folder that holds Package.swift.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file of the folder Vectors.
  package static func vector(_ name: String) throws -> Data {
    try Data(contentsOf: root.appending(path: "Tests/Vectors/\(name)"))
  }
}
