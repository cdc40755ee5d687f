#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A command that opens a URL, as a list of words; it is never passed to a shell.
package struct BrowserCommand: Hashable {
  /// The program, as a name or a path.
  package let program: String
  /// The arguments, in which `%s` represents the URL.
  private let words: [String]

  /// Creates a command by splitting a value of `BROWSER` at whitespace.
  ///
  /// The result is `nil` without a program, or if the program contains `%s`: the URL would be run.
  package init?(_ text: String) {
    let words = text.split(whereSeparator: { $0.isWhitespace }).map(String.init)
    guard let program = words.first, !program.contains("%s") else { return nil }
    self.program = program
    self.words = Array(words.dropFirst())
  }

  /// Returns the commands to try in order: those in `BROWSER`, then the system's own.
  package static func all(in environment: [String: String]) -> [BrowserCommand] {
    let chosen = (environment["BROWSER"] ?? "").split(separator: ":").compactMap {
      Self(String($0))
    }
    // Without a desktop, the system's command would wait, or start a browser in this terminal.
    let hasDesktop =
      !Platform.namesDesktop
      || ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment[$0]?.isEmpty == false }
    let usual = hasDesktop || !chosen.isEmpty ? [Self(Platform.opener)] : []
    return chosen + usual.compactMap(\.self)
  }

  /// Returns the arguments for a URL, which replaces `%s` or comes last.
  func arguments(for url: String) -> [String] {
    guard words.contains(where: { $0.contains("%s") }) else { return words + [url] }
    return words.map { $0.replacing("%s", with: url) }
  }

  /// Returns the program's file, found as by a shell, or `nil` if none is executable.
  package func file(in environment: [String: String]) -> String? {
    Self.file(of: program, in: environment)
  }

  /// The file of a program by its name or path; `nil` if none can be run.
  package static func file(of program: String, in environment: [String: String]) -> String? {
    if program.contains("/") { return isExecutable(program) ? program : nil }
    let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { "\($0)/\(program)" }.first(where: isExecutable)
  }

  private static func isExecutable(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return access(path, X_OK) == 0
  }
}
