/// Where the running program lies.
package enum ExecutablePath {
  /// The path of another program in the same folder.
  package static func beside(_ name: String) -> String {
    current.lastIndex(of: "/").map { current[...$0] + name } ?? name
  }

  /// The path; empty if the system does not tell.
  ///
  /// The first argument is of no use here: `swift run` passes the bare name. A link to the program is
  /// resolved, because its companion is in the same folder as the program itself.
  package static var current: String { Platform.executablePath }
}
