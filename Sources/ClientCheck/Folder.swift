import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The temporary folders of a check: one for each case, with a browser that is a file to write to.
enum Folder {
  /// Creates a private folder with a name of its own.
  static func temporary(in environment: [String: String]) throws(SystemFault) -> String {
    let parent = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var template = Array((parent + "/workbench-check-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemFault() }
    return String(
      decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Creates a folder, unless it exists.
  static func made(_ path: String) throws(SystemFault) -> String {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw SystemFault() }
    return path
  }

  /// Writes the browser of a case: the programs that open a URL append it to a file.
  static func addBrowser(to folder: String) throws(SystemFault) {
    let script = """
      #!/bin/sh
      for url; do :; done
      printf '%s\\n' "$url" >> '\(folder)/urls'
      """
    for name in Set(["open", Platform.opener]) {
      let path = try made(folder) + "/" + name
      let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o700)
      guard file >= 0 else { throw SystemFault() }
      defer { close(file) }
      guard FileWriting.write(Array((script + "\n").utf8), to: file) else { throw SystemFault() }
    }
  }

  /// Removes a folder with everything in it; links are removed, not followed.
  static func remove(_ path: String) {
    guard let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      var status = stat()
      let child = path + "/" + name
      guard lstat(child, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR { remove(child) } else { unlink(child) }
    }
    closedir(folder)
    rmdir(path)
  }
}
