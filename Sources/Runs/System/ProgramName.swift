import Terminal
import Transcript

/// The program's name as a user can type it again.
package struct ProgramName {
  /// The first word of the command line, as the program received it.
  private let typed: String
  /// The path of the running program, with links resolved.
  private let executable: String
  /// The current folder.
  private let folder: String
  /// Whether a folder has a package.
  private let isPackage: (String) -> Bool

  /// Creates the name of the running program.
  package init(typed: String) {
    self.init(
      typed: typed, executable: ExecutablePath.current, folder: ExecutablePath.currentFolder,
      isPackage: { ExecutablePath.isFile($0 + "/Package.swift") })
  }

  /// Creates a name from the facts it depends on, for tests.
  init(
    typed: String, executable: String, folder: String, isPackage: @escaping (String) -> Bool
  ) {
    self.typed = typed
    self.executable = executable
    self.folder = folder
    self.isPackage = isPackage
  }

  /// The name: `swift run workbench` if SwiftPM runs it, otherwise the word that was typed.
  package var text: String {
    if isRunBySwift {
      let isRelease = executable.split(separator: "/").dropLast().last?.lowercased() == "release"
      return isRelease ? "swift run -c release workbench" : "swift run workbench"
    }
    return typed.isEmpty ? "workbench" : ShellQuoting.word(typed)
  }

  /// Whether `swift run` from this folder starts this program.
  ///
  /// SwiftPM passes the path relative to the current folder, through the folder of the platform:
  /// `.build/x86_64-unknown-linux-gnu/debug/workbench`. A user types the shorter link
  /// `.build/debug`, or a bare word.
  private var isRunBySwift: Bool {
    guard let build = executable.ranges(of: "/.build/").last else { return false }
    let root = String(executable[..<build.lowerBound])
    guard isPackage(root), folder == root || folder.hasPrefix(root + "/") else { return false }
    let depth = folder.dropFirst(root.count).split(separator: "/").count
    let relative =
      String(repeating: "../", count: depth) + executable.dropFirst(root.count + 1)
    return typed == relative || !typed.contains("/") && !typed.isEmpty
  }
}
