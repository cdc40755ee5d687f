/// What the program was built with and for.
enum Platform {
  /// System and processor.
  static var name: String {
    #if os(Linux)
      let system = "Linux"
    #elseif os(macOS)
      let system = "macOS"
    #else
      let system = "an unknown system"
    #endif
    #if arch(x86_64)
      return system + " x86_64"
    #elseif arch(arm64)
      return system + " arm64"
    #else
      return system
    #endif
  }

  /// The version of Swift, as far as a program can know with what it was built, and what a build needs.
  static var swift: Finding {
    #if compiler(>=6.4)
      let version = "6.4 or later"
    #else
      let version = "6.3"
    #endif
    return Finding(
      "Swift", .fine, "built with \(version). A build needs \(Workbench.requirements).")
  }
}
