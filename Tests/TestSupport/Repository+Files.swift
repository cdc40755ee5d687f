import Foundation

extension Repository {
  /// Returns the paths of all files under a folder, relative to the repository's root.
  package static func files(under folder: String, ending endings: String...) -> [String] {
    let start = root.appending(path: folder)
    let found = FileManager.default.enumerator(atPath: start.path(percentEncoded: false))?
      .compactMap { $0 as? String }
    return (found ?? []).filter { path in endings.contains { path.hasSuffix($0) } }
      .map { folder + "/" + $0 }.sorted()
  }

  /// Returns the text of a file, or `nil` if it does not exist.
  package static func text(of path: String) -> String? {
    try? String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
