#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A command that opens an address, as a list of words; no shell ever reads it.
package struct BrowserCommand: Hashable {
  /// The program, a name or a path.
  package let program: String
  /// The words behind it; `%s` in one of them stands for the address.
  private let words: [String]

  /// Takes a command from `BROWSER`, cut at its blanks.
  ///
  /// It is `nil` if there is no program in it. An address in the program's place would be run.
  package init?(_ text: String) {
    let words = text.split(whereSeparator: { $0.isWhitespace }).map(String.init)
    guard let program = words.first, !program.contains("%s") else { return nil }
    self.program = program
    self.words = Array(words.dropFirst())
  }

  /// The commands to try, in turn: those of `BROWSER`, between colons, then the system's own.
  package static func all(in environment: [String: String]) -> [BrowserCommand] {
    let chosen = (environment["BROWSER"] ?? "").split(separator: ":").compactMap {
      Self(String($0))
    }
    // Without a desktop it would wait for one, or start a browser in this terminal.
    let hasDesktop =
      !Platform.namesDesktop
      || ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment[$0]?.isEmpty == false }
    let usual = hasDesktop || !chosen.isEmpty ? [Self(Platform.opener)] : []
    return chosen + usual.compactMap(\.self)
  }

  /// The words behind the program for an address: it stands at `%s`, or at the end.
  func arguments(for url: String) -> [String] {
    guard words.contains(where: { $0.contains("%s") }) else { return words + [url] }
    return words.map { $0.replacing("%s", with: url) }
  }

  /// The file of the program, found as a shell finds it; `nil` if there is none that can be run.
  package func file(in environment: [String: String]) -> String? {
    if program.contains("/") { return Self.isExecutable(program) ? program : nil }
    let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { "\($0)/\(program)" }.first(where: Self.isExecutable)
  }

  private static func isExecutable(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return access(path, X_OK) == 0
  }
}
