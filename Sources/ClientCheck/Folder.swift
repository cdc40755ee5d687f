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
  /// The name of the folder with the programs that act as a browser.
  static let browserFolder = ".browser"
  /// The names under which systems have a program that opens a URL.
  private static let browsers = [
    "open", "x-www-browser", "www-browser", "sensible-browser", "wslview",
  ]

  /// The folder for temporary files, as an absolute path: the client runs in another one.
  static func parent(in environment: [String: String]) -> String {
    let parent = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    return parent.hasPrefix("/") ? parent : ExecutablePath.currentFolder + "/" + parent
  }

  /// Creates a private folder with a unique name.
  static func temporary(in parent: String) throws(SystemFault) -> String {
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
  ///
  /// - Returns: The file, which does not exist yet.
  static func addBrowser(to folder: String) throws(SystemFault) -> String {
    let file = folder + "/urls"
    // The URLs of an earlier process in this folder are opened once.
    guard unlink(file) == 0 || errno == ENOENT else { throw SystemFault() }
    let script = """
      #!/bin/sh
      for url; do :; done
      printf '%s\\n' "$url" >> "${0%/*}/urls"
      """
    for name in Set(browsers + [Platform.opener]) {
      let path = try made(folder) + "/" + name
      let program = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o700)
      guard program >= 0 else { throw SystemFault() }
      defer { close(program) }
      guard FileWriting.write(Array((script + "\n").utf8), to: program) else { throw SystemFault() }
    }
    return file
  }

  /// Removes a folder with everything in it; links are removed, not followed.
  static func remove(_ path: String) { remove(Array(path.utf8)) }

  private static func remove(_ path: [UInt8]) {
    path.withCString { chmod($0, 0o700) }
    for (name, status) in entries(of: path) {
      let child = path + [UInt8(ascii: "/")] + name
      if status.st_mode & S_IFMT == S_IFDIR {
        remove(child)
      } else {
        child.withCString { unlink($0) }
      }
    }
    path.withCString { rmdir($0) }
  }

  /// The names in a folder, with the status of each; a name can have any bytes.
  static func entries(of path: [UInt8]) -> [(name: [UInt8], status: stat)] {
    guard let folder = path.withCString({ opendir($0) }) else { return [] }
    // Some systems skip entries if others are removed meanwhile.
    var names: [[UInt8]] = []
    while let entry = readdir(folder) {
      // The entry can be shorter than its type.
      names.append(withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) })
    }
    closedir(folder)
    return names.compactMap { name in
      var status = stat()
      let child = path + [UInt8(ascii: "/")] + name
      guard name != Array(".".utf8), name != Array("..".utf8),
        child.withCString({ lstat($0, &status) }) == 0
      else { return nil }
      return (name, status)
    }
  }
}

extension [UInt8] {
  /// Calls a function of the system with these bytes as a path.
  @discardableResult
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { pointer in
      // It has at least the terminator, and so a base address.
      pointer.baseAddress.map(body) ?? "".withCString(body)
    }
  }
}
