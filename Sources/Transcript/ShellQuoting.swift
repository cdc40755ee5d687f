import HTTPMessages

/// Quoting for a POSIX shell.
public enum ShellQuoting {
  /// Returns the text in single quotes, in which a shell changes nothing.
  public static func quote(_ text: String) -> String {
    "'" + Harmless.line(text).replacingScalars("'", with: #"'\''"#) + "'"
  }
}
