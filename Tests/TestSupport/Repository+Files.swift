import Foundation

extension Repository {
  /// The paths of all files in a folder and below it, from the repository's root; none if it is missing.
  package static func files(under folder: String, ending endings: String...) -> [String] {
    let start = root.appending(path: folder)
    let found = FileManager.default.enumerator(atPath: start.path(percentEncoded: false))?
      .compactMap { $0 as? String }
    return (found ?? []).filter { path in endings.contains { path.hasSuffix($0) } }
      .map { folder + "/" + $0 }.sorted()
  }

  /// The text of a file, named from the repository's root; `nil` if it is missing.
  package static func text(of path: String) -> String? {
    try? String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
